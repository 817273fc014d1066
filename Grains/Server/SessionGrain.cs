namespace Interleave.Grains.Server;

/// <summary>A connected session behind a gateway, which holds the connection and passes on what comes.</summary>
internal sealed class SessionGrain : Grain, ISessionGrain
{
    public Task Enter() => Task.CompletedTask;

    public Task<byte[]> Echo(byte[] message) => Task.FromResult(message);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

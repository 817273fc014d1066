namespace Interleave.Client.Scenarios.Switch;

/// <summary>Spins for a while before it waits in the operating system, as the framework's own semaphore does.</summary>
internal sealed class SpinningBox : IBallBox
{
    private readonly SemaphoreSlim _there = new(0);
    private long _ball;

    public void Put(long ball)
    {
        _ball = ball;
        _there.Release();
    }

    public long Take()
    {
        _there.Wait(CancellationToken.None);
        return _ball;
    }

    public void Dispose() => _there.Dispose();
}

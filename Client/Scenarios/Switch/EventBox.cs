namespace Interleave.Client.Scenarios.Switch;

/// <summary>Waits in the operating system, and never spins.</summary>
internal sealed class EventBox : IBallBox
{
    private readonly AutoResetEvent _there = new(false);
    private long _ball;

    public void Put(long ball)
    {
        _ball = ball;
        _there.Set();
    }

    public long Take()
    {
        _there.WaitOne();
        return _ball;
    }

    public void Dispose() => _there.Dispose();
}

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Looks at intervals, on a thread of its own, until it is disposed of.</summary>
internal sealed class WatchdogThread : IDisposable
{
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _thread;

    public WatchdogThread(TimeSpan between, Action look)
    {
        _thread = new Thread(() =>
        {
            while (!_over.Wait(between))
            {
                look();
            }
        })
        { Name = "watchdog", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _over.Set();
        _thread.Join();
        _over.Dispose();
    }
}

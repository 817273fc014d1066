namespace Runtime.Tests.Grains;

internal sealed class TurnGrain : Grain, ITurnGrain
{
    private int _written;
    private int _running;

    public async Task ReadAwaitWrite()
    {
        var read = _written;
        await Task.Yield();
        _written = read + 1;
    }

    public Task<int> Written() => Task.FromResult(_written);

    public async Task<bool> KeepsItsScheduler()
    {
        var before = TaskScheduler.Current;
        await Task.Yield();
        await Task.Run(() => { });
        return before != TaskScheduler.Default && TaskScheduler.Current == before;
    }

    public async Task<int> MostTasksAtOnce(int tasks)
    {
        var seen = await Task.WhenAll(
            Enumerable.Range(0, tasks).Select(_ =>
                Task.Factory.StartNew(CountRunning, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current)));
        return seen.Max();
    }

    private int CountRunning()
    {
        var running = Interlocked.Increment(ref _running);
        Thread.SpinWait(20_000);
        Interlocked.Decrement(ref _running);
        return running;
    }
}

namespace Runtime.Tests.Grains;

internal sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private TaskCompletionSource _ticked = new();
    private int _ticks;
    private bool _ticking;

    public Task Start(TimeSpan due, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, period));
        return Task.CompletedTask;
    }

    public async Task<int> StopAfter(int ticks)
    {
        // A tick that has begun is not taken back.
        while (_ticks < ticks || _ticking)
        {
            await _ticked.Task;
        }

        _timer?.Dispose();
        return _ticks;
    }

    public async Task<bool> OverlapsWithTicks()
    {
        var ticks = _ticks;
        var overlaps = _ticking;
        for (var i = 0; i < 10; i++)
        {
            await Task.Yield();
            overlaps |= _ticking || _ticks != ticks;
        }

        return overlaps;
    }

    private async Task Tick(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            // Its turn came when the timer was disposed of already.
            return;
        }

        _ticking = true;
        await Task.Yield();
        _ticks++;
        _ticking = false;
        var ticked = _ticked;
        _ticked = new TaskCompletionSource();
        ticked.SetResult();
    }
}

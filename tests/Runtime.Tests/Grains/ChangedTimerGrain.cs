namespace Runtime.Tests.Grains;

/// <summary>Reentrant, so that nothing but the timer itself keeps its callbacks apart.</summary>
[Reentrant]
internal sealed class ChangedTimerGrain : Grain, IChangedTimerGrain
{
    private int _running;
    private int _most;

    public async Task<int> MostCallbacksAtOnce(int ticks)
    {
        var done = new TaskCompletionSource();
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            async token =>
            {
                timer!.Change(TimeSpan.Zero, TimeSpan.FromMilliseconds(1)); // Its callback runs after this turn has set it.
                _most = Math.Max(_most, ++_running);
                // As long as the next one would need to begin.
                using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
                await pause.WaitForNextTickAsync(token);
                _running--;
                if (--ticks == 0)
                {
                    done.SetResult();
                }
            },
            new GrainTimerCreationOptions(TimeSpan.Zero, TimeSpan.FromMilliseconds(1)));
        await done.Task;
        timer.Dispose();
        return _most;
    }
}

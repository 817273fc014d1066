using Interleave.Grains.Work;

namespace Interleave.Grains.Spinner;

/// <summary>Spins, or does slow work, or, where one grain must do both, one after the other.</summary>
internal sealed class SupervisedGrain(WaitClient http) : Grain, ISpinnerGrain, ISlowGrain
{
    private FrameClock? _frames;
    private IGrainTimer? _timer;

    public Task Start(TimeSpan frameTime)
    {
        _timer?.Dispose();
        _frames = new FrameClock(frameTime);
        _timer = this.RegisterGrainTimer(ShowFrame, _frames.UntilNext, frameTime);
        return Task.CompletedTask;
    }

    public Task<Frames> Stop()
    {
        _timer?.Dispose();
        return Task.FromResult(_frames?.Stop() ?? throw new InvalidOperationException("This spinner was not started."));
    }

    public Task<long> Do(SlowWork work, CancellationToken cancellation) => work.DoAsync(http, cancellation);

    private Task ShowFrame(CancellationToken cancellation)
    {
        _frames!.Show(); // The timer is made after the frames.
        _timer!.Change(_frames.UntilNext, _frames.FrameTime); // By the clock: a timer's own period would add up its lateness.
        return Task.CompletedTask;
    }
}

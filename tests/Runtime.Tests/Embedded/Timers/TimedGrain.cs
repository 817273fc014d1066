using System.Threading.Channels;

namespace Runtime.Tests.Embedded.Timers;

internal sealed class TimedGrain(TimedGrain.Stage stage) : Grain, ITimedGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    public Task Start(TimeSpan due, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            _ =>
            {
                _ticks++;
                stage.Ticked.Writer.TryWrite(_ticks);
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(due, period));
        return Task.CompletedTask;
    }

    public async Task Hold()
    {
        stage.Held.SetResult();
        await stage.LetGo.Task;
    }

    public Task Change(TimeSpan due)
    {
        _timer!.Change(due, Timeout.InfiniteTimeSpan); // It has been started.
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(_ticks);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Left.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>What the test and the activations share.</summary>
    internal sealed class Stage
    {
        public Channel<int> Ticked { get; } = Channel.CreateUnbounded<int>();

        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

namespace Runtime.Tests.Embedded.Endings;

/// <summary>Its end takes as long as a gate is closed; as it is reentrant, its calls may overlap for ever.</summary>
[Reentrant]
internal sealed class EndingGrain(EndingGrain.Stage stage) : Grain, IEndingGrain, IAsyncDisposable
{
    private readonly int _life = Interlocked.Increment(ref stage.Lives);

    public Task<int> Life() => Task.FromResult(_life);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Hold(int gate)
    {
        stage.Entered[gate].SetResult();
        await stage.Gates[gate].Task;
    }

    public async Task RunTimerThatMustNotStop()
    {
        var begun = new TaskCompletionSource();
        this.RegisterGrainTimer(
            token =>
            {
                token.Register(() => throw new InvalidOperationException("It must not stop."));
                begun.SetResult();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        await begun.Task;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_life == 1 && stage.CleansUpUntilAsked)
        {
            stage.CleaningUp.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_life == 1)
        {
            stage.Disposing.SetResult();
            await stage.Disposal.Task;
        }
    }

    /// <summary>What the test and the activations share.</summary>
    internal sealed class Stage
    {
        private const int Most = 4;

        public int Lives;

        public TaskCompletionSource[] Entered { get; } = [.. Enumerable.Range(0, Most).Select(_ => Source())];

        public TaskCompletionSource[] Gates { get; } = [.. Enumerable.Range(0, Most).Select(_ => Source())];

        /// <summary>Whether the first activation's clean-up ends only when it is asked to.</summary>
        public bool CleansUpUntilAsked { get; set; }

        public TaskCompletionSource CleaningUp { get; } = Source();

        public TaskCompletionSource Disposing { get; } = Source();

        /// <summary>Done when the first activation may end.</summary>
        public TaskCompletionSource Disposal { get; } = Source();

        private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

namespace Runtime.Tests.Embedded;

/// <summary>Never wakes up, or never cleans up, for the first of its activations.</summary>
internal sealed class StuckGrain(StuckGrain.Lives lives) : Grain, IStuckGrain
{
    private readonly int _life = Interlocked.Increment(ref lives.Begun);

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        this.GetPrimaryKeyString() == "waking" && _life == 1 ? lives.Hang.Task : Task.CompletedTask;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (this.GetPrimaryKeyString() == "leaving" && _life == 1)
        {
            await lives.Hang.Task;
            lives.WentOn = true;
        }
    }

    public Task<int> Life() => Task.FromResult(_life);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>What the activations of one silo share.</summary>
    internal sealed class Lives
    {
        public int Begun;

        public TaskCompletionSource Hang { get; } = new();

        public bool WentOn { get; set; }
    }
}

namespace Runtime.Tests.Embedded.Waking;

internal sealed class WakingGrain(WakingGrain.Lives lives) : Grain, IWakingGrain
{
    private readonly int _life = Interlocked.Increment(ref lives.Count);

    public Task<int> Life() => Task.FromResult(_life);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (_life == 1)
        {
            lives.Waking.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    /// <summary>What the test and the activations share.</summary>
    internal sealed class Lives
    {
        public int Count;

        /// <summary>Done when the first activation is waking up.</summary>
        public TaskCompletionSource Waking { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

namespace Interleave.Grains.OwnWork;

/// <summary>Its silo's thread is free wherever the step waits.</summary>
internal sealed class BranchGrain(StepWork work) : Grain, IBranchGrain
{
    public Task<StepResult> Perform(WorkStep step, Machinery machinery, CancellationToken cancellation) => work.DoAsync(step, machinery, cancellation);
}

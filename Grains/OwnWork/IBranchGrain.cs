namespace Interleave.Grains.OwnWork;

/// <summary>Does a step beside others of the same request.</summary>
public interface IBranchGrain : IGrainWithIntegerKey
{
    Task<StepResult> Perform(WorkStep step, Machinery machinery, CancellationToken cancellation);
}

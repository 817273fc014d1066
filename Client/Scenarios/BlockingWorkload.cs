using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A workload of blocking calls: it holds its thread until the last unit has ended.</summary>
internal abstract class BlockingWorkload<TJob, TAnswer>(Model model) : Workload<TJob, TAnswer>(model)
{
    public sealed override Task<TAnswer> RunAsync(TJob job, TrialContext trial, CancellationToken cancellation) =>
        Task.FromResult(Run(job, trial, cancellation));

    protected abstract TAnswer Run(TJob job, TrialContext trial, CancellationToken cancellation);
}

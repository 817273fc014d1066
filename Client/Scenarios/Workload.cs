using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A scenario on one model: the model's idiom, and nothing else.</summary>
/// <remarks>Only <see cref="RunAsync"/> is timed. It starts on a thread of its own, so that blocking there is blocking one thread.</remarks>
internal abstract class Workload<TJob, TAnswer>(Model model)
{
    public Model Model => model;

    public virtual Task PrepareAsync(TJob job, TrialContext trial, CancellationToken cancellation) => Task.CompletedTask;

    public abstract Task<TAnswer> RunAsync(TJob job, TrialContext trial, CancellationToken cancellation);

    /// <summary>Comes after a failure too, even one of <see cref="PrepareAsync"/>.</summary>
    public virtual Task CleanUpAsync(TJob job, TrialContext trial) => Task.CompletedTask;
}

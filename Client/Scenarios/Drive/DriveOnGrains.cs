using Interleave.Client.GrainCalls;
using Interleave.Client.Measuring;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Drive;

/// <summary>Callers that await a grain of somebody else.</summary>
internal sealed class DriveOnGrains() : Workload<DriveJob, DriveAnswer>(Model.Grains)
{
    private ReadyGrainCall? _call;

    public override Task PrepareAsync(DriveJob job, TrialContext trial, CancellationToken cancellation)
    {
        _call = job.Call.MakeReady(trial.Grains, job.Keys, cancellation);
        return Task.CompletedTask;
    }

    public override async Task<DriveAnswer> RunAsync(DriveJob job, TrialContext trial, CancellationToken cancellation)
    {
        var call = _call ?? throw new InvalidOperationException("A trial was not prepared.");
        var (answered, hasAnswered) = (new StripedCounter(), new bool[job.Keys]);
        var calls = trial.Offer(job.Load, cancellation);

        // Each caller begins on the pool: what a call takes before it waits would else hold up the callers after it.
        await Task.WhenAll(job.Load.ForEachUnit(_ => Task.Run(() => calls.ForEachAsync(async next =>
        {
            var grain = job.GrainOf(next.Number);
            await call.CallAsync(grain);
            answered.Increment();
            hasAnswered[grain] = true;
        }))));
        return new DriveAnswer(answered.Value, hasAnswered.Count(grain => grain));
    }
}

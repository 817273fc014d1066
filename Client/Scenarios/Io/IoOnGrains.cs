using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Io;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A grain a wait: it asks the server from its silo, whose threads are free until the answer comes.</summary>
internal sealed class IoOnGrains() : Workload<IoJob, IoAnswer>(Model.Grains)
{
    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var completions = new ConcurrentQueue<Completion>();

        await Task.WhenAll(Enumerable.Range(0, job.Load.Concurrency).Select(unit => WaitAsync(trial.Grains.GetGrain<IWaitingGrain>(unit))));
        return new IoAnswer(completions);

        async Task WaitAsync(IWaitingGrain grain)
        {
            await foreach (var operation in operations)
            {
                await operation.RunAsync(async () =>
                {
                    var reply = await grain.Get(job.RequestOf(operation, trial.IoServer), cancellation);
                    completions.Enqueue(new Completion(operation.Number, reply));
                });
            }
        }
    }
}

using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A task a wait: no thread is held until the answer comes.</summary>
internal sealed class IoOnTasks() : Workload<IoJob, IoAnswer>(Model.Tasks)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var completions = new ConcurrentQueue<Completion>();

        await Task.WhenAll(Enumerable.Range(0, job.Load.Concurrency).Select(_ => WaitAsync()));
        return new IoAnswer(completions);

        async Task WaitAsync()
        {
            await foreach (var operation in operations)
            {
                await operation.RunAsync(async () =>
                {
                    var reply = await _http.GetAsync(job.RequestOf(operation, trial.IoServer), cancellation);
                    completions.Enqueue(new Completion(operation.Number, reply));
                });
            }
        }
    }
}

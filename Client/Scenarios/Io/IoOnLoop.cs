using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A coroutine a wait, all on one thread: what they share needs no lock.</summary>
/// <remarks>Sockets and the HTTP client do their own work on pool threads, as on every .NET loop, and post each answer to this one.</remarks>
internal sealed class IoOnLoop() : Workload<IoJob, IoAnswer>(Model.Loop)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var completions = new List<Completion>();

        return EventLoop.RunAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, job.Load.Concurrency).Select(_ => WaitAsync()));
            return new IoAnswer(completions);
        });

        async Task WaitAsync()
        {
            await foreach (var operation in operations)
            {
                await operation.RunAsync(async () =>
                {
                    var reply = await _http.GetAsync(job.RequestOf(operation, trial.IoServer), cancellation);
                    completions.Add(new Completion(operation.Number, reply));
                });
            }
        }
    }
}

using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A coroutine a wait, all on one thread: what they share needs no lock.</summary>
/// <remarks>Sockets and the HTTP client do their own work on pool threads, as on every .NET loop, and post each answer to this one.</remarks>
internal sealed class IoOnLoop() : Workload<IoJob, IoAnswer>(Model.Loop)
{
    private readonly IoClient _io = IoClient.Awaiting();

    public override Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var completions = new List<Completion>();
        var waits = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => waits.ForEachAsync(async wait =>
        {
            var reply = await _io.DoAsync(job.RequestOf(wait, trial), cancellation);
            completions.Add(Completion.Of(wait, reply));
        })));
        return new IoAnswer(completions);
    });
}

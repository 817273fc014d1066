using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A task a child: the parent awaits all of them, or awaits them only when it has done its own work.</summary>
internal sealed class ForkJoinOnTasks() : Workload<ForkJoinJob, ForkJoinAnswer>(Model.Tasks)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<ForkJoinAnswer> RunAsync(ForkJoinJob job, TrialContext trial, CancellationToken cancellation) =>
        ForkAsync(job, trial, child => _http.GetAsync(job.RequestOf(child, trial.IoServer), cancellation), cancellation);

    public static async Task<ForkJoinAnswer> ForkAsync(ForkJoinJob job, TrialContext trial, Func<int, Task<WaitReply>> wait, CancellationToken cancellation)
    {
        var children = Enumerable.Range(0, job.Children).Select(ChildAsync).ToList();
        var forked = Stopwatch.GetTimestamp();
        if (!job.RunsOn)
        {
            await Task.WhenAll(children);
        }

        var blocked = Stopwatch.GetElapsedTime(forked);
        var primes = Primes.Count(job.OwnWork, cancellation).Primes;
        return new ForkJoinAnswer((await Task.WhenAll(children)).Sum(reply => (long)reply.Bytes), primes, blocked);

        async Task<WaitReply> ChildAsync(int child)
        {
            using var unit = trial.Unit("child");
            return await wait(child);
        }
    }
}

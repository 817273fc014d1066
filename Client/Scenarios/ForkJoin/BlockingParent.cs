using System.Diagnostics;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A parent that forks blocking children; to be told, it lets them add what they found, and looks at it in the end.</summary>
internal sealed class BlockingParent(ForkJoinJob job, TrialContext trial, WaitClient http, CancellationToken cancellation)
{
    private long _bytes;

    /// <param name="child">Its number, from 0.</param>
    public void RunChild(int child)
    {
        using var unit = trial.Unit("child");
        Interlocked.Add(ref _bytes, http.Get(job.RequestOf(child, trial.IoServer), cancellation).Bytes);
    }

    /// <param name="join">Blocks until all children, which were forked just now, have ended.</param>
    public ForkJoinAnswer Run(Action join, Func<long> ownWork)
    {
        var forked = Stopwatch.GetTimestamp();
        if (!job.RunsOn)
        {
            join();
        }

        var blocked = Stopwatch.GetElapsedTime(forked);
        var primes = ownWork();
        join();
        return new ForkJoinAnswer(_bytes, primes, blocked);
    }
}

using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>A thread a wait: each blocks in its socket until the answer comes.</summary>
internal sealed class IoOnThreads() : BlockingWorkload<IoJob, IoAnswer>(Model.Threads)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override IoAnswer Run(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var completions = new ConcurrentQueue<Completion>();

        var threads = ThreadGroup.Start(job.Load.Concurrency, Wait);
        threads.Join();
        return new IoAnswer(completions);

        void Wait()
        {
            foreach (var operation in operations)
            {
                operation.Run(() =>
                {
                    var reply = _http.Get(job.RequestOf(operation, trial.IoServer), cancellation);
                    completions.Enqueue(new Completion(operation.Number, reply));
                });
            }
        }
    }
}

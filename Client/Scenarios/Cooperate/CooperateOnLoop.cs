using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>The same coroutines as on tasks, on one thread; or a plain iterator, which its caller resumes for each item.</summary>
internal sealed class CooperateOnLoop() : Workload<CooperateJob, CooperateAnswer>(Model.Loop)
{
    public override Task<CooperateAnswer> RunAsync(CooperateJob job, TrialContext trial, CancellationToken cancellation) =>
        EventLoop.RunAsync(() => job.ByIterator ? Task.FromResult(Iterate(job, trial)) : CooperateOnTasks.CooperateAsync(job, trial));

    private static CooperateAnswer Iterate(CooperateJob job, TrialContext trial)
    {
        using var unit = trial.Unit("consumer");
        var consumer = new ItemConsumer(job.Effort);
        foreach (var item in Produce(job.Items))
        {
            consumer.Take(item);
        }

        return new CooperateAnswer(consumer.Result, [Environment.CurrentManagedThreadId]);
    }

    private static IEnumerable<long> Produce(int count)
    {
        var items = new ItemSequence();
        for (var item = 0; item < count; item++)
        {
            yield return items.Next();
        }
    }
}

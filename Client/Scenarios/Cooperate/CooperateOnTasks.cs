using System.Threading.Channels;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>A task each and a bounded channel: a writer that finds it full is a task that waits, and no thread.</summary>
internal sealed class CooperateOnTasks() : Workload<CooperateJob, CooperateAnswer>(Model.Tasks)
{
    public override Task<CooperateAnswer> RunAsync(CooperateJob job, TrialContext trial, CancellationToken cancellation) => CooperateAsync(job, trial);

    public static async Task<CooperateAnswer> CooperateAsync(CooperateJob job, TrialContext trial)
    {
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(job.Capacity) { SingleReader = true, SingleWriter = true });
        var consumer = ConsumeAsync(job, trial, channel.Reader);
        var producers = await ProduceAsync(job, trial, channel);
        return new CooperateAnswer(await consumer, producers);
    }

    private static async Task<IReadOnlyCollection<int>> ProduceAsync(CooperateJob job, TrialContext trial, Channel<long> channel)
    {
        using var unit = trial.Unit("producer");
        var length = trial.Recorder.Series(CooperateScenario.QueueLength, "{item}");
        var threads = new HashSet<int>();
        var items = new ItemSequence();
        for (var item = 0; item < job.Items; item++)
        {
            await channel.Writer.WriteAsync(items.Next(), CancellationToken.None);
            length.Add(channel.Reader.Count);
            threads.Add(Environment.CurrentManagedThreadId);
        }

        channel.Writer.Complete();
        return threads;
    }

    private static async Task<Consumption> ConsumeAsync(CooperateJob job, TrialContext trial, ChannelReader<long> channel)
    {
        using var unit = trial.Unit("consumer");
        var consumer = new ItemConsumer(job.Effort);
        while (await channel.WaitToReadAsync(CancellationToken.None))
        {
            while (channel.TryRead(out var item))
            {
                consumer.Take(item);
            }
        }

        return consumer.Result;
    }
}

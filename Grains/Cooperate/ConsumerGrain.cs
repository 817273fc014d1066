using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Cooperate;

/// <summary>Takes what a producer streams.</summary>
internal sealed class ConsumerGrain : Grain, IConsumerGrain
{
    public async Task<Consumption> Consume(long producer, int count, int effort, CancellationToken cancellation)
    {
        var consumer = new ItemConsumer(effort);
        await foreach (var item in GrainFactory.GetGrain<IProducerGrain>(producer).Produce(count).WithCancellation(cancellation))
        {
            consumer.Take(item);
        }

        return consumer.Result;
    }

    public Task<string> Silo() => ThisSilo.Name;
}

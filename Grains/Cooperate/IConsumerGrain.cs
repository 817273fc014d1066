using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Cooperate;

public interface IConsumerGrain : ILocatedGrain
{
    /// <summary>Takes so many items of a producer, with so much work for each.</summary>
    Task<Consumption> Consume(long producer, int count, int effort, CancellationToken cancellation);
}

using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Scaling;

/// <summary>What a number of cores or silos yielded.</summary>
/// <param name="Capacity">Throughput over that of one in the same round.</param>
internal sealed record ScalingPoint(int Number, Estimate Capacity)
{
    /// <summary>The part of what so many could yield at best.</summary>
    public Estimate Efficiency => new(Capacity.Median / Number, Capacity.Low / Number, Capacity.High / Number);
}

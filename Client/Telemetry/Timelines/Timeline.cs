using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>One traced trial, laid out in time: what every unit and every thread did.</summary>
internal sealed record Timeline(
    string TraceId,
    string Scenario,
    string Variant,
    string Model,
    TimeSpan Duration,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<Mark> Marks)
{
    public IEnumerable<Lane> Units => Lanes.Where(lane => lane.Kind == LaneKind.Unit);

    /// <summary>Those that have no lane included: of many, only some are traced.</summary>
    public int UnitsTotal { get => Math.Max(field, Units.Count()); init; }

    /// <summary>Of all operations, the share that was traced: beside it a lane's gap may hide another.</summary>
    public double OperationsShare { get; init; } = 1;

    public IEnumerable<Lane> Threads => Lanes.Where(lane => lane.Kind == LaneKind.Thread);

    /// <summary>The most lanes of a kind that were running at the same time, leaving out overlaps too short to be told from the grain of the clocks.</summary>
    public int MostRunningAtOnce(LaneKind kind, TimeSpan grain) => Overlap.Most(
        Lanes.Where(lane => lane.Kind == kind).SelectMany(lane => lane.Slices)
            .Where(slice => slice.State == SliceState.Running).Select(slice => (slice.Start.Ticks, slice.End.Ticks)),
        grain.Ticks);
}

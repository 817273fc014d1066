using System.Globalization;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Reporting.Plots;

/// <summary>What swim lanes show, as figures and words.</summary>
internal static class LaneFigures
{
    /// <summary>Clocks of two threads agree no better than this: a shorter overlap is none.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(100);

    public static int RunningAtOnce(Timeline timeline) => timeline.MostRunningAtOnce(LaneKind.Unit, Grain);

    /// <summary>Summed over all units.</summary>
    public static TimeSpan In(Timeline timeline, SliceState state) =>
        TimeSpan.FromTicks(timeline.Units.SelectMany(lane => lane.Slices).Where(slice => slice.State == state).Sum(slice => slice.Duration.Ticks));

    public static string AtOnce(Timeline timeline)
    {
        var units = timeline.Units.Count();
        if (units == 0)
        {
            return "no unit was traced";
        }

        var running = RunningAtOnce(timeline) switch
        {
            0 => "none seen running",
            1 => "never two running at once",
            var most => $"at most {most} running at once",
        };
        var number = units == timeline.UnitsTotal
            ? $"{units} {(units == 1 ? "unit" : "units")}"
            : string.Create(CultureInfo.InvariantCulture, $"{units} of {timeline.UnitsTotal:#,0} units traced");
        var drawn = timeline.OperationsShare < 1
            ? string.Create(CultureInfo.InvariantCulture, $" · {timeline.OperationsShare * 100:0.#} % of operations traced")
            : "";
        return $"{number}, {InProgressAtOnce(timeline)} in progress at once, {running}{drawn}";
    }

    /// <summary>Merely concurrent: the most units that had begun and not ended at one moment.</summary>
    public static int InProgressAtOnce(Timeline timeline) =>
        Overlap.Most(timeline.Units.Where(lane => lane.Slices.Count > 0).Select(lane => (lane.Slices[0].Start.Ticks, lane.Slices[^1].End.Ticks)));

    public static string InWords(Timeline timeline) =>
        $"{timeline.Model}: {AtOnce(timeline)}, in {Time(timeline.Duration)}; together {Time(In(timeline, SliceState.Running))} running, "
        + $"{Time(In(timeline, SliceState.Ready))} ready, {Time(In(timeline, SliceState.Waiting))} waiting"
        + $"{(InMailbox(timeline) is { } mailbox ? $", {mailbox} in a mailbox" : "")}"
        + $"{string.Concat(Moments(timeline).DistinctBy(mark => mark.Kind).Select(InWords))}.";

    /// <summary>Null where no unit has a mailbox; a grain runtime need not tell how long calls lay in one.</summary>
    public static string? InMailbox(Timeline timeline) =>
        In(timeline, SliceState.InMailbox) is var time && time > TimeSpan.Zero ? Time(time) : timeline.Model == Model.Grains.Name ? "not measured" : null;

    /// <summary>What happened beside starting and showing frames.</summary>
    public static IEnumerable<Mark> Moments(Timeline timeline) => timeline.Marks.Where(mark => mark.Kind is not (MarkKind.Start or MarkKind.Frame));

    private static string InWords(Mark mark) => $"; {mark.Lane} {Word(mark.Kind)} at {Quantity.Format(mark.At.TotalSeconds, "s")}";

    public static string Word(MarkKind kind) => kind switch
    {
        MarkKind.Start => "started",
        MarkKind.Frame => "frame shown",
        MarkKind.Cancel => "told to stop",
        MarkKind.Crash => "crashed",
        _ => "activated again",
    };

    public static string Time(TimeSpan time) => Quantity.Format(time.TotalSeconds, "s");
}

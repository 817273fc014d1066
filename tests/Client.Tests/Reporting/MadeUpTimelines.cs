using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Tests.Reporting;

/// <summary>A spinner beside a computation, as each model would trace it.</summary>
internal static class MadeUpTimelines
{
    private const int Length = 600;
    private const int Frame = 100;

    public static IReadOnlyList<Timeline> Create() => [Parallel("threads"), Parallel("tasks"), Frozen("loop"), OneAfterTheOther("grains")];

    public static Timeline Parallel(string model) => Of(
        model,
        Unit(
            "spinner",
            Enumerable.Range(0, Length / Frame).SelectMany(frame =>
                new[] { Slice(SliceState.Running, frame * Frame, frame * Frame + 1), Slice(SliceState.Waiting, frame * Frame + 1, (frame + 1) * Frame) })),
        Unit("slow work", [Slice(SliceState.Running, 2, 290), Slice(SliceState.Ready, 290, 310), Slice(SliceState.Running, 310, Length - 10)]),
        Frames(0, Length));

    public static Timeline Frozen(string model) => Of(
        model,
        Unit(
            "spinner",
            [Slice(SliceState.Running, 0, 1), Slice(SliceState.Waiting, 1, 100), Slice(SliceState.Ready, 100, 585), Slice(SliceState.Running, 585, 586)]),
        Unit("slow work", [Slice(SliceState.Running, 2, 585)]),
        Frames(0, 1));

    private static Timeline OneAfterTheOther(string model) => Of(
        model,
        Unit(
            "spinner",
            [Slice(SliceState.Running, 0, 1), Slice(SliceState.Waiting, 1, 100), Slice(SliceState.InMailbox, 100, 585), Slice(SliceState.Running, 585, 586)]),
        Unit("slow work", [Slice(SliceState.InMailbox, 0, 3), Slice(SliceState.Running, 3, 585)]),
        Frames(0, 1));

    private static Timeline Of(string model, Lane spinner, Lane slow, IEnumerable<Mark> frames) => new(
        $"trace of {model}", "spinner", "computing", model, At(Length), [spinner, slow],
        [.. frames, new Mark(MarkKind.Cancel, At(590), "spinner", "told to stop")]);

    private static Lane Unit(string name, IEnumerable<Slice> slices) => new(LaneKind.Unit, name, "worker", 4711, null, [.. slices]);

    private static IEnumerable<Mark> Frames(int from, int to) =>
        Enumerable.Range(0, Length / Frame)
            .Select(frame => frame * Frame)
            .Where(at => at >= from && at < to)
            .Select(at => new Mark(MarkKind.Frame, At(at), "spinner", "frame"));

    private static Slice Slice(SliceState state, int from, int to) => new(state, At(from), At(to), "unit", "span", "0011223344556677");

    private static TimeSpan At(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}

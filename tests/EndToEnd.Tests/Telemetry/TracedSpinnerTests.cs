using Interleave.Client.Telemetry.Traces;
using Interleave.Client.Tests.Telemetry;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A spinner beside slow work: on grains, it outlives the call that begins it.</summary>
public sealed class TracedSpinnerTests
{
    [Fact]
    public async Task Spans_lie_within_their_parents_and_speedscope_opens_the_timeline_without_a_complaint()
    {
        using var folder = new TemporaryFolder();
        var run = Path.Combine(folder.Path, "run");

        var result = await ClientProcess.RunAsync(
            folder.Path,
            [
                "run", "spinner", "--models", "threads,tasks,grains", "--silos", "1", "--rounds", "1", "--param", "delay=50", "--param", "numbers=20000",
                "--param", "frame=10", "--out", run]);

        Assert.Equal("", result.Error);
        var traces = TraceFolder.Load(run);
        Assert.All(traces, TraceShape.AssertNested);
        Assert.All(
            traces.Where(trace => trace.Model == "grains"), trace => Assert.Contains(trace.Spans, span => span.Name == "spinner" && span.Links.Count == 1));
        Assert.Empty(SpeedscopeImport.Complaints(await File.ReadAllBytesAsync(Path.Combine(run, TraceFolder.TimelineFile))));
    }
}

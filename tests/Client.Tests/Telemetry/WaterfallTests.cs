using System.Diagnostics;
using Interleave.Client.Telemetry.Waterfalls;

namespace Interleave.Client.Tests.Telemetry;

public sealed class WaterfallTests
{
    [Fact]
    public void The_slowest_operation_comes_first_with_its_steps_below_it()
    {
        var trial = Trial();

        var lines = Draw(trial, new WorkFilter());

        Assert.StartsWith("io (http) on tasks: 100 ms", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^  operation 1 of unit 1 +worker +60\.0 ms █+$", lines[2]);
        Assert.Matches(@"^    GET +worker +30\.0 ms +█+$", lines[3]);
        Assert.Matches(@"^  operation 0 of unit 1 +FAILED|^  operation 0 of unit 1 FAILED", lines[4]);
    }

    [Fact]
    public void A_bar_lies_where_its_span_lay_within_its_piece_of_work()
    {
        var line = Draw(Trial(), new WorkFilter())[3];
        var bars = line[line.IndexOf("ms ", StringComparison.Ordinal)..][3..];

        Assert.InRange(bars.Count(c => c == ' '), bars.Length / 2 - 1, bars.Length / 2 + 1);
    }

    [Fact]
    public void Filters_leave_out_what_was_faster_and_what_did_not_fail()
    {
        Assert.DoesNotContain(
            Draw(Trial(), new WorkFilter { MinimumDuration = TimeSpan.FromMilliseconds(50) }), line => line.Contains("operation 0", StringComparison.Ordinal));
        Assert.DoesNotContain(Draw(Trial(), new WorkFilter { Failed = true }), line => line.Contains("operation 1", StringComparison.Ordinal));
        Assert.DoesNotContain(Draw(Trial(), new WorkFilter { Failed = false }), line => line.Contains("operation 0", StringComparison.Ordinal));
        Assert.Empty(Draw(Trial(), new WorkFilter { Models = ["threads"] }));
        Assert.Empty(Draw(Trial(), new WorkFilter { Scenarios = ["cpu"] }));
    }

    [Fact]
    public void Time_on_the_wire_in_the_mailbox_and_in_the_grain_is_told_apart()
    {
        var trial = new MadeUp(100, "grains");
        trial.GrainCall(trial.Operation(trial.Unit("unit 1", 0, 100), 0, 0, 100), 0, 100, (5, 40), 95);

        Assert.Contains("  1 grain calls, medians: on the wire 10.0 ms, in the mailbox 35.0 ms, in the grain 55.0 ms", Draw(trial, new WorkFilter()));
    }

    [Fact]
    public void A_mailbox_that_was_not_measured_is_not_made_up()
    {
        var trial = new MadeUp(100, "grains");
        var call = trial.Add(trial.Root, "IGrain/Get", 0, 100, span => span with { Source = "Microsoft.Orleans.Application", Kind = ActivityKind.Client });
        trial.Add(
            call, "IGrain/Get", 40, 95, span => span with { Source = "Microsoft.Orleans.Application", Kind = ActivityKind.Server, Process = MadeUp.Silo });

        Assert.Contains(
            Draw(trial, new WorkFilter()), line => line.Contains("45.0 ms (the mailbox apart: not measured), in the grain 55.0 ms", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10ms", 10)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("200us", 0.2)]
    [InlineData("200µs", 0.2)]
    public void Durations_are_read_with_their_unit(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text));

    [Theory]
    [InlineData("10")]
    [InlineData("ms")]
    [InlineData("-1ms")]
    [InlineData("1 h")]
    public void Anything_else_is_no_duration(string text) => Assert.Null(DurationText.Parse(text));

    private static MadeUp Trial()
    {
        var trial = new MadeUp(100);
        var unit = trial.Unit("unit 1", 0, 100);
        trial.Add(
            unit, "operation", 0, 40,
            span => MadeUp.With(span, Grains.Tracing.TraceNames.Operation, 0L) with { Status = ActivityStatusCode.Error, StatusDescription = "refused" });
        trial.Wait(trial.Operation(unit, 1, 40, 100), 70, 100);
        return trial;
    }

    private static List<string> Draw(MadeUp trial, WorkFilter filter) => [.. new Waterfall(120, 5).Draw([trial.Trace], filter)];
}

using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class LinePlotTests
{
    [Fact]
    public void Sweep_marks_its_break_even() => ExpectedPicture.Matches("sweep", LinePlot.Draw(
        "sweep",
        "granularity: speed-up",
        new LineAxis("work a piece", "ns"),
        new LineAxis("speed-up", "1"),
        [
            new LineSeries("threads", [new LinePoint(1e3, 0.1, 0.09, 0.12), new LinePoint(1e5, 1.2, 1.1, 1.3), new LinePoint(1e6, 1.9, 1.8, 1.95)]),
            new LineSeries("tasks", [new LinePoint(1e3, 0.9, 0.8, 1.0), new LinePoint(1e5, 1.9, 1.85, 1.95), new LinePoint(1e6, 1.95, 1.9, 2.0)]),
        ],
        [new LineMark(8e4, "break-even of threads")]));

    [Fact]
    public void Scaling_starts_at_zero() => ExpectedPicture.Matches("scaling", LinePlot.Draw(
        "scaling",
        "cpu: speed-up",
        new LineAxis("units", "1"),
        new LineAxis("speed-up", "1"),
        [new LineSeries("grains", [new LinePoint(1, 1), new LinePoint(2, 1.96), new LinePoint(4, 3.8)])],
        []));

    [Fact]
    public void Uncorrected_percentiles_are_a_faint_line_below_the_corrected_ones()
    {
        var corrected = new Distribution("s", [0.05, 0.06, 1.0], [900, 90, 10]);
        var uncorrected = new Distribution("s", [0.05, 0.06], [900, 100]);

        ExpectedPicture.Matches("percentiles", LinePlot.Draw(
            "percentiles",
            "io: latency",
            PercentileCurve.Axis(corrected),
            new LineAxis("latency", "s"),
            [
                new LineSeries("threads", PercentileCurve.Points(corrected)),
                new LineSeries("threads", PercentileCurve.Points(uncorrected), "uncorrected", Faint: true)],
            []));
    }
}

using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class BarPlotTests
{
    [Fact]
    public void Bars_have_their_intervals_on_one_axis_for_all_groups() => ExpectedPicture.Matches("bars", BarPlot.Draw("bars", "io: throughput", "{op}/s",
    [
        new BarGroup("http 50ms", [new Bar("threads", 1950, 1900, 2000, null), new Bar("tasks", 1980, 1970, 1990, null), Bar.Without("loop", "failed")]),
        new BarGroup("http 5ms", [new Bar("threads", 900, 600, 1100, null)]),
    ]));

    [Fact]
    public void Figures_too_far_apart_for_a_linear_axis_are_dots_over_powers_of_ten() =>
        ExpectedPicture.Matches("dots", BarPlot.Draw("dots", "spinner: stop latency", "s",
    [
        new BarGroup("", [new Bar("threads", 0.0007, 0.0006, 0.0008, null), new Bar("loop", 0.58, 0.57, 0.59, null)]),
    ]));

    [Fact]
    public void Description_tells_every_figure_with_its_interval()
    {
        var description = BarPlot.Draw("id", "title", "s", [new BarGroup("waiting", [new Bar("tasks", 0.1, 0.09, 0.11, null), Bar.Without("loop", "failed")])])
            .Elements().Single(element => element.Name.LocalName == "desc").Value;

        Assert.Equal("waiting: tasks 100 ms, interval 90 ms to 110 ms; loop failed.", description.Replace("90.0", "90", StringComparison.Ordinal));
    }
}

using Interleave.Client.Reporting.Html;

namespace Interleave.Client.Tests.Reporting.Html;

public sealed class SwimLanesTests
{
    [Fact]
    public void Models_lie_below_each_other_on_one_time_axis_and_every_word_is_text_of_the_page()
    {
        var picture = SwimLanes.Draw("lanes", "spinner, computing: swim lanes", MadeUpTimelines.Create());

        Assert.Equal(
            ["threads", "tasks", "loop", "grains"],
            picture.Elements("p").Where(line => line.Attribute("class")?.Value == "lanes-of").Select(line => line.Element("span")?.Value));
        Assert.Equal(8, picture.Elements("div").Count(line => line.Attribute("class")?.Value == "lane"));
        Assert.Equal(
            ["0 s", "200 ms", "400 ms", "600 ms"],
            picture.Descendants("div").Single(line => line.Attribute("class")?.Value == "ticks").Elements().Select(tick => tick.Value));
        Assert.All(picture.Descendants().Where(element => element.Name.LocalName == "svg"), track => Assert.Empty(track.Value));
    }

    [Fact]
    public void A_slice_is_drawn_where_and_as_long_as_it_lasted()
    {
        var loop = SwimLanes.Draw("lanes", "title", [MadeUpTimelines.Frozen("loop")]);

        var running = loop.Descendants().Where(element => element.Attribute("class")?.Value == "running").Select(path => path.Attribute("d")?.Value).ToList();
        Assert.Equal(["M0 10h3M1950 10h3", "M7 10h1943"], running);
    }

    [Fact]
    public void Lanes_beyond_the_most_are_counted_not_drawn()
    {
        var one = MadeUpTimelines.Frozen("loop");
        var many = one with { Lanes = [.. Enumerable.Range(1, 100).Select(number => one.Lanes[1] with { Name = $"unit {number}" })] };

        var picture = SwimLanes.Draw("id", "title", [many]).ToString();

        Assert.Contains("90 more units not drawn", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("unit 11", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_were_not_traced_are_counted_too()
    {
        var picture = SwimLanes.Draw("id", "title", [MadeUpTimelines.Frozen("loop") with { UnitsTotal = 1_000 }]).ToString();

        Assert.Contains("2 of 1,000 units traced, 2 in progress at once", picture, StringComparison.Ordinal);
        Assert.Contains("998 more units not drawn", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_few_of_the_operations_says_of_how_many()
    {
        var picture = SwimLanes.Draw("id", "title", [MadeUpTimelines.Frozen("loop") with { OperationsShare = 0.22 }]).ToString();

        Assert.Contains(" · 22 % of operations traced", picture, StringComparison.Ordinal);
    }
}

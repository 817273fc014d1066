using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Tests.Reporting.Plots;

public sealed class CirclePlotTests
{
    [Fact]
    public void An_arrow_goes_from_each_unit_to_the_one_that_holds_what_it_waits_for()
    {
        var picture = CirclePlot.Draw("circle", "who waits for whom", "in words", Circle(3));

        Assert.Equal(3, Named(picture, "line").Count());
        Assert.Equal(
            ["fork 2", "fork 3", "fork 1", "philosopher 1", "philosopher 2", "philosopher 3"],
            Named(picture, "text").Select(text => text.Value));
        Assert.Contains("philosopher 3 waits for fork 1 of philosopher 1", Named(picture, "title").Select(title => title.Value));
    }

    [Fact]
    public void A_large_circle_has_an_arrow_for_each_and_no_room_for_names()
    {
        var picture = CirclePlot.Draw("circle", "who waits for whom", "in words", Circle(50));

        Assert.Equal(50, Named(picture, "line").Count());
        Assert.Equal("50 units", Assert.Single(Named(picture, "text")).Value);
    }

    [Fact]
    public void A_sentence_tells_who_waits_for_whom_and_how_soon_that_was_known() => Assert.Equal(
        "Deadlock on threads and grains: philosopher 1 waits for fork 2 of philosopher 2, philosopher 2 waits for fork 1 of philosopher 1. " +
        "Found by a watchdog after 5 ms to 7 ms.",
        new CircleNote("naive", ["threads", "grains"], Circle(2), 0.005, 0.007).Sentence.Replace(".00", "", StringComparison.Ordinal));

    [Fact]
    public void Of_a_large_circle_a_sentence_tells_the_beginning_and_the_end() => Assert.Equal(
        "philosopher 1 waits for fork 2 of philosopher 2, philosopher 2 waits for fork 3 of philosopher 3, and so on, " +
        "until philosopher 50 waits for fork 1 of philosopher 1: 50 in all",
        new CircleNote("naive", ["threads"], Circle(50), 0.005, 0.007).Waits);

    private static WaitCircle Circle(int units) => new(
        [
            .. from unit in Enumerable.Range(1, units)
               let next = (unit % units) + 1
               select new CircularWait($"philosopher {unit}", $"fork {next}", $"philosopher {next}"),
        ],
        "watchdog",
        0.005);

    private static IEnumerable<XElement> Named(XElement picture, string name) => picture.Descendants().Where(element => element.Name.LocalName == name);
}

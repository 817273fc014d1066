using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Tests.Measuring;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class WatchedSpinnerTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void A_spinner_turns_by_the_frames_that_come_and_stands_still_without_them()
    {
        var spinner = new WatchedSpinner(_time);
        Assert.Equal(("", false), spinner.Look());

        spinner.Begin();
        spinner.Show();
        Assert.Equal(("⠙ turning", false), spinner.Look());

        _time.Advance(TimeSpan.FromSeconds(1.3));
        Assert.Equal(("⠙ frozen 1.3 s", true), spinner.Look());

        spinner.Show();
        Assert.Equal(("⠹ turning", false), spinner.Look());
    }

    [Theory]
    [InlineData(1, 0.1, "turned, 100 %")]
    [InlineData(0, 2.5, "froze for 2.50 s")]
    public void In_the_end_it_tells_whether_it_turned(double shown, double freeze, string expected)
    {
        var spinner = new WatchedSpinner(_time);
        spinner.Begin();

        spinner.End(new Trial(
            "spinner", "computing", "loop", 1, new Dictionary<string, double>(),
            new Dictionary<string, double> { ["frames-shown"] = shown, ["longest-freeze"] = freeze }, new OperationCounts(0, 0, 0, 0), null));

        Assert.Equal((expected, false), spinner.Look());
    }
}

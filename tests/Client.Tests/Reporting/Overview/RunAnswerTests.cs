using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Scenarios;
using Interleave.Client.Tests.Judging;

namespace Interleave.Client.Tests.Reporting.Overview;

public sealed class RunAnswerTests
{
    [Fact]
    public void A_sure_difference_that_nobody_would_mind_is_no_reason_to_choose()
    {
        var run = new MadeUpRun()
            .Figures("io", "http 50ms", "threads", "beyond-delay", MadeUpRun.Six(0.000_2))
            .Figures("io", "http 50ms", "tasks", "beyond-delay", MadeUpRun.Six(0.001))
            .Figures("io", "http 50ms", "grains", "beyond-delay", MadeUpRun.Six(0.003))
            .Metric("io", "beyond-delay", "s", Better.Lower)
            .Change("io", "http 50ms", "threads", 1, trial => trial with { Parameters = new Dictionary<string, double> { ["delay"] = 50 } })
            .Build();
        var figures = new RunFigures(Judge.Create(ScenarioCatalogue.All).Conclude(run), ScenarioCatalogue.All);

        var line = Assert.Single(new RunAnswer(figures, ScenarioCatalogue.All).Lines());

        Assert.Equal("threads or tasks; not grains (time beyond the delay 3 ms against 200 µs).", line.Text);
        Assert.Empty(Highlights.Of(figures, line.Told));
    }
}

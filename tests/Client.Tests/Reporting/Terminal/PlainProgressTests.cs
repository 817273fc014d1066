using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class PlainProgressTests
{
    [Fact]
    public void A_scenario_and_round_is_one_line_and_a_failed_trial_another()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(output);
        progress.Report(new RunProgress.Preparing("starting the I/O server"));
        var done = 0;
        foreach (var round in (int[])[1, 2])
        {
            foreach (var model in (string[])["threads", "tasks", "loop"])
            {
                var name = new TrialName("io", "two", model, round);
                progress.Report(new RunProgress.TrialStarted(name, done, 6, null));
                progress.Report(new RunProgress.TrialEnded(name, Trial(model, round, model == "loop" && round == 2 ? "Connection refused" : null), ++done, 6));
            }
        }

        Assert.Equal(
            "starting the I/O server\n[0 %] io, round 1\n[50 %] io, round 2\nFAILED io (two) on loop, round 2: Connection refused\n",
            output.ToString());
    }

    private static Trial Trial(string model, int round, string? error) =>
        new("io", "two", model, round, new Dictionary<string, double>(), new Dictionary<string, double>(), new OperationCounts(1, 1, 0, 0), error);
}

using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

public sealed class FinishedRunTests(FinishedRun finished) : IClassFixture<FinishedRun>
{
    [Fact]
    public void It_ends_with_0_and_its_record_is_complete()
    {
        var (run, result) = (finished.Run, finished.Result);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.True(run.Complete);
        Assert.NotNull(run.FinishedAt);
        Assert.Equal((2, 1, 7), (run.Plan.Silos, run.Plan.Rounds, run.Plan.Seed));
        Assert.Equal(SmallWork.Variants * 2, run.Trials.Count);
        Assert.All(run.Trials, trial => Assert.Null(trial.Error));
        Assert.All(run.Checks, check => Assert.True(check.Ok, check.Name));
        Assert.Equal(["grains", "threads"], run.Results.Select(result => result.Model).Distinct().Order());
    }

    [Fact]
    public void Its_folder_holds_what_was_promised_and_nothing_else()
    {
        string[] promised = ["run.json", "report.html", "traces.otlp.json", "timeline.json"];
        var names = Directory.EnumerateFileSystemEntries(finished.Folder).Select(Path.GetFileName).ToList();

        Assert.Empty(promised.Except(names));
        Assert.All(names.Except(promised), name => Assert.EndsWith(".csv", name, StringComparison.Ordinal));
        Assert.True(names.Count > promised.Length);
    }

    [LinuxFact]
    public void Nothing_that_it_started_is_left() => Assert.Empty(finished.LeftBehind);

    [Fact]
    public void Piped_output_has_no_escape_sequence_and_a_line_for_each_round_of_a_scenario()
    {
        Assert.DoesNotContain('\u001b', finished.Result.Output);
        Assert.Single(finished.Result.Lines, line => line.EndsWith(" %] io, round 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_lines_of_piped_output_are_not_broken()
    {
        Assert.Contains(finished.Result.Lines, line => line.EndsWith(Path.Combine(finished.Folder, "report.html"), StringComparison.Ordinal));
        Assert.Contains(
            finished.Result.Lines,
            line => line.StartsWith("×: the ratio to threads", StringComparison.Ordinal) && line.EndsWith("? undecided.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_holds_a_run_is_refused_and_kept()
    {
        var before = finished.Run.Id;
        using var elsewhere = new TemporaryFolder();

        var result = await ClientProcess.RunAsync(elsewhere.Path, SmallWork.Run(finished.Folder));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("holds a run already", Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.Equal(before, finished.Run.Id);
    }
}

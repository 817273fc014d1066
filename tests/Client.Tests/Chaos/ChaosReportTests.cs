using System.Text.RegularExpressions;
using Interleave.Client.Chaos;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Overview;

namespace Interleave.Client.Tests.Chaos;

public sealed class ChaosReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-test-").FullName;

    [Fact]
    public void A_run_is_read_as_it_was_saved_and_no_other_file_is_taken_for_one()
    {
        ChaosFile.Save(Run(Sound), _folder);

        var read = ChaosFile.TryRead(_folder);

        Assert.Equal(ChaosPage.Render(Run(Sound)), ChaosPage.Render(read!));
        File.WriteAllText(RunFile.PathIn(_folder), "{\"schema\":\"interleave/run/1\"}");
        Assert.Null(ChaosFile.TryRead(_folder));
        Assert.Null(ChaosFile.TryRead(Path.Combine(_folder, "none")));
    }

    [Fact]
    public void The_page_shows_throughput_and_latency_with_the_fault_as_a_mark()
    {
        var page = ChaosPage.Render(Run(Sound));

        Assert.Contains("throughput over seconds since the load began", page, StringComparison.Ordinal);
        Assert.Contains("p99 latency over seconds since the load began", page, StringComparison.Ordinal);
        Assert.Contains("silo 2 killed at 2", page, StringComparison.Ordinal);
        Assert.Contains("the ledger adds up", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_a_fault_can_be_drawn_too()
    {
        var page = ChaosPage.Render(Run(Sound) with { Curve = new Curve([0.5], [0], [null]) });

        Assert.Contains("silo 2 killed at 2", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_crosses_a_time_without_answers()
    {
        var whole = ChaosPage.Render(Run(Sound) with { Curve = new Curve([0.5, 1, 1.5, 2], [1, 1, 1, 1], [0.1, 0.1, 0.1, 0.1]) });
        var broken = ChaosPage.Render(Run(Sound) with { Curve = new Curve([0.5, 1, 1.5, 2], [1, 0, 1, 1], [0.1, null, 0.1, 0.1]) });

        Assert.Equal(Lines(whole) + 1, Lines(broken));

        static int Lines(string page) => Regex.Matches(page, "class=\"line\" d=\"(M[^\"]*)\"").Sum(path => path.Groups[1].Value.Count(step => step == 'M'));
    }

    [Fact]
    public void Many_faults_are_drawn_round_by_round()
    {
        var faults = Enumerable.Range(1, 14).Select(round => Outcome(round, at: 2 * round)).ToList();

        var page = ChaosPage.Render(Run(Sound) with { Faults = faults, Plan = Samples.Plan with { Rounds = 14 } });

        Assert.Contains("throughput, round 14", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_lost_is_said_first_and_named()
    {
        var lost = Sound with { Lost = 2, LostIds = [7, 9], Found = 390 };

        var sentence = ChaosSentences.Of(Run(lost)).First();

        Assert.Contains("does not add up", sentence, StringComparison.Ordinal);
        Assert.Contains("7, 9", sentence, StringComparison.Ordinal);
        Assert.Contains("390", sentence, StringComparison.Ordinal);
        Assert.False(Run(lost).Passed);
    }

    [Fact]
    public void What_the_client_called_again_is_said_of_the_whole_run()
    {
        var sentences = ChaosSentences.Of(Run(Sound with { RetriedAfterRefusal = 21, RetriedAfterUnknown = 17 })).ToList();

        Assert.Contains(sentences, sentence => sentence.Contains("21 times after a refusal, and 17 times after", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ledger_that_could_not_be_counted_did_not_pass()
    {
        var run = Run(null) with { Trouble = "Book 3 of the ledger has not answered for 60 s." };

        Assert.False(run.Passed);
        Assert.Contains("Book 3", ChaosSentences.Of(run).First(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LedgerFindings Sound { get; } = new(100, 0, 0, 0, 0, 3, 1, 1, 400, 400);

    private static FaultOutcome Outcome(int round, double at) =>
        new("kill", round, "silo 2 killed", at, at + 2, 90, 2, 5, 3, 2, 5, 0.4, 0.6, 1.2, 30, 0, 50, 600, 0);

    private static ChaosRun Run(LedgerFindings? findings) => new(
        ChaosRun.CurrentSchema,
        "id",
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        Complete: true,
        new MachineEnvironment("os", "cpu", 2, 1, "10", "server", "Embedded", "1", RecordingCost: null),
        Samples.Plan,
        [Outcome(1, at: 2)],
        new Curve([0.5, 1.5, 2.5, 3.5], [10, 10, 2, 18], [0.01, 0.02, null, 1.5]),
        findings,
        Trouble: null);
}

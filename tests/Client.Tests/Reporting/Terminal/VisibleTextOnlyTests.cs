using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Telemetry.Waterfalls;
using Interleave.Client.Tests.Judging;
using Interleave.Client.Tests.Telemetry;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class VisibleTextOnlyTests
{
    private const string Hostile = "\u001b[2J\u001b]0;owned\u0007";

    [Fact]
    public void Names_and_errors_from_a_run_do_not_steer_the_terminal()
    {
        var run = new MadeUpRun()
            .Figures(Hostile, Hostile, "threads", "throughput", 1, 2, 3)
            .Figures(Hostile, Hostile, "tasks", "throughput", 1, 2, 3)
            .Change(Hostile, Hostile, "tasks", 1, trial => trial with { Error = Hostile })
            .Build();

        AssertSafe(console =>
        {
            RunSummary.WriteScenarios(console, Client.Judging.Judge.Create([]).Conclude(run), [Hostile], detailed: true);
            RunSummary.Write(console, Client.Judging.Judge.Create([]).Conclude(run));
            ClaimTable.Write(console, [new ClaimVerdict(Hostile, Finding.Refuted, Hostile) { Claim = Hostile }]);
        });
    }

    [Fact]
    public void Names_of_spans_do_not_steer_the_terminal()
    {
        var trial = new MadeUp(100);
        trial.Wait(trial.Operation(trial.Unit(Hostile, 0, 100), 1, 10, 90), 20, 80);
        var trace = trial.Trace;

        AssertSafe(console => new Waterfall(120, 5).Draw([trace], new WorkFilter()).ToList().ForEach(line => console.Write(new TextLine(line))));
    }

    private static void AssertSafe(Action<IAnsiConsole> write)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 100;
        console.Pipeline.Attach(new VisibleTextOnly());
        write(console);

        Assert.Contains("␛[2J", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile[..4], text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', text.ToString());
    }
}

using Interleave.Client.Judging;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The end of a run on the terminal: one table for all scenarios, the strongest contrasts, what failed, and the answer.</summary>
internal static class RunSummary
{
    /// <summary>The tables of the scenarios that are done.</summary>
    public static void WriteScenarios(IAnsiConsole console, Run run, IEnumerable<string> scenarios, bool detailed)
    {
        var tables = new ScenarioTables(console, new RunFigures(run, ScenarioCatalogue.All), detailed);
        foreach (var scenario in scenarios)
        {
            tables.Write(scenario);
        }
    }

    public static void Write(IAnsiConsole console, Run run)
    {
        var figures = new RunFigures(run, ScenarioCatalogue.All);
        var answer = new RunAnswer(figures, ScenarioCatalogue.All).Lines();
        if (run.Results.Count > 0)
        {
            console.Write(new Rule("the run") { Justification = Justify.Left });
            new OverviewTable(console, figures).Write();
            Sentence.Write(console, Legend(run, figures.Models));
            if (run.Contrasts.Count > 0)
            {
                Sentence.Write(console, PlaceboNote.Of(run));
            }

            console.WriteLine();
        }

        foreach (var highlight in Highlights.Of(figures, answer.SelectMany(line => line.Told)))
        {
            Sentence.Write(console, highlight);
        }

        WriteFailures(console, run);
        if (Disturbance.InOneLine(run) is { } disturbance)
        {
            Sentence.Write(console, disturbance);
        }

        if (TracedTrials.InOneLine(run) is { } traced)
        {
            Sentence.Write(console, $"{traced}; the report lists them.");
        }

        WriteAnswer(console, answer);
    }

    private static string Legend(Run run, IReadOnlyList<string> models) => run.Contrasts.Count == 0
        ? models is [var only] ? $"Only {only} {(only.EndsWith('s') ? "were" : "was")} measured: there is nothing to contrast with."
            : $"No contrasts: {Model.Baseline.Name}, the baseline, was not measured."
        : $"×: the ratio to {Model.Baseline.Name} in the same round, its median over the rounds; ▲ better, ▼ worse, = the same within " +
            $"{Verdicts.Negligible * 100:0} %, ? undecided.";

    private static void WriteFailures(IAnsiConsole console, Run run)
    {
        var checks = run.Checks.Where(check => !check.Ok).Select(check => (
            check.Round,
            What: FormattableString.Invariant($"check '{check.Name}': {check.Scenario} ({check.Variant}) on {check.Model}"),
            Why: FormattableString.Invariant($"expected {check.Expected}, observed {check.Observed}")));
        var trials = run.Trials.Where(trial => trial.Error is not null).Select(trial => (
            trial.Round,
            What: $"trial: {trial.Scenario} ({trial.Variant}) on {trial.Model}",
            Why: trial.Error));
        foreach (var failure in checks.Concat(trials!).GroupBy(failure => (failure.What, failure.Why), failure => failure.Round))
        {
            console.Write(
                new TextLine($"FAILED {failure.Key.What}, {(failure.Count() == 1 ? "round" : "rounds")} {string.Join(", ", failure)}: {failure.Key.Why}"));
        }
    }

    private static void WriteAnswer(IAnsiConsole console, IReadOnlyList<AnswerLine> answer)
    {
        if (answer.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.Write(new TextLine("The answer of this run:"));
        foreach (var line in answer)
        {
            Sentence.Write(console, $"{line.Situation}: {line.Text}", indent: 2);
        }

        console.WriteLine();
    }
}

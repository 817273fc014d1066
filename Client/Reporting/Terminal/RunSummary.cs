using Interleave.Client.Judging;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A run on the terminal: a table a variant, then whatever failed.</summary>
internal static class RunSummary
{
    public static bool Failed(Run run) => run.Checks.Any(check => !check.Ok) || run.Trials.Any(trial => trial.Error is not null);

    public static void Write(IAnsiConsole console, Run run)
    {
        foreach (var (index, variant) in run.Results.GroupBy(result => (result.Scenario, result.Variant)).Index())
        {
            var contrasts = run.Contrasts.Where(contrast => contrast.Scenario == variant.Key.Scenario && contrast.Variant == variant.Key.Variant).ToList();
            if (index > 0 || !console.Profile.Out.IsTerminal) // The live display that stood before the first has left nothing.
            {
                console.WriteLine();
            }

            console.Write(new Rule(Markup.Escape($"{variant.Key.Scenario}: {variant.Key.Variant}")) { Justification = Justify.Left });
            ContrastTable.Write(console, [.. variant], contrasts, run.Environment.GrainRuntime);
            WriteReadings(console, contrasts);
        }

        WriteLegend(console, run);
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
            console.Write(new TextLine($"FAILED {failure.Key.What}, {(failure.Count() == 1 ? "round" : "rounds")} {string.Join(", ", failure)}: {failure.Key.Why}"));
        }
    }

    private static void WriteLegend(IAnsiConsole console, Run run)
    {
        if (run.Results.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Sentence.Write(console, run.Contrasts.Count == 0
            ? $"No contrasts: {Model.Baseline.Name}, the baseline, {(run.Results.Any(result => result.Model == Model.Baseline.Name) ? "stands alone" : "was not measured")}."
            : $"×: the ratio to {Model.Baseline.Name} in the same round, its median over the rounds; ▲ better, ▼ worse, = the same within {Verdicts.Negligible * 100:0} %, ? undecided.");
    }

    /// <summary>Says in words what the scenario's first metric shows; the report says it of every metric.</summary>
    private static void WriteReadings(IAnsiConsole console, List<Contrast> contrasts)
    {
        foreach (var contrast in contrasts.Where(contrast => contrast.Metric == contrasts[0].Metric))
        {
            Sentence.Write(console, contrast.Reading, indent: 2);
        }
    }
}

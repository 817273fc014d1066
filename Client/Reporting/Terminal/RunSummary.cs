using Interleave.Client.Recording;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A run on the terminal: a table a variant, then whatever failed.</summary>
internal static class RunSummary
{
    public static bool Failed(Run run) => run.Checks.Any(check => !check.Ok) || run.Trials.Any(trial => trial.Error is not null);

    public static void Write(IAnsiConsole console, Run run)
    {
        foreach (var variant in run.Results.GroupBy(result => (result.Scenario, result.Variant)))
        {
            var contrasts = run.Contrasts.Where(contrast => contrast.Scenario == variant.Key.Scenario && contrast.Variant == variant.Key.Variant).ToList();
            console.Write(new Rule(Markup.Escape($"{variant.Key.Scenario}: {variant.Key.Variant}")) { Justification = Justify.Left });
            console.Write(ContrastTable.Of([.. variant], contrasts));
            WriteReadings(console, contrasts);
        }

        foreach (var failure in run.Checks.Where(check => !check.Ok))
        {
            console.Write(new TextLine(FormattableString.Invariant(
                $"FAILED check '{failure.Name}': {failure.Scenario} ({failure.Variant}) on {failure.Model}, round {failure.Round}: expected {failure.Expected}, observed {failure.Observed}")));
        }

        foreach (var failure in run.Trials.Where(trial => trial.Error is not null))
        {
            console.Write(new TextLine($"FAILED trial: {failure.Scenario} ({failure.Variant}) on {failure.Model}, round {failure.Round}: {failure.Error}"));
        }
    }

    /// <summary>Says in words what the scenario's first metric shows; the report says it of every metric.</summary>
    private static void WriteReadings(IAnsiConsole console, List<Contrast> contrasts)
    {
        foreach (var contrast in contrasts.Where(contrast => contrast.Metric == contrasts[0].Metric))
        {
            console.Write(new TextLine($"  {contrast.Reading}"));
        }
    }
}

using System.Globalization;
using System.Text;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Export;

/// <summary>A page for an issue or a wiki: a table a variant, what each contrast means, whatever failed, and the claims.</summary>
internal sealed class MarkdownExport : IExport
{
    public string Name => "markdown";

    public IEnumerable<(string File, string Text)> Write(Run run)
    {
        var page = new StringBuilder();
        var machine = run.Environment;
        page.AppendLine($"# {string.Join(", ", run.Plan.Scenarios)}").AppendLine();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"{machine.Cpu}, {machine.Cores} cores, {Quantity.Format(machine.Memory, "By")}, {machine.Os}, .NET {machine.Dotnet}, {machine.Gc} GC; " +
            $"grains on {machine.GrainRuntime}, {run.Plan.Silos} silos; " +
            $"{run.Plan.Rounds} rounds, seed {run.Plan.Seed}{(run.Complete ? "" : "; **incomplete**")}.");
        foreach (var variant in run.Results.GroupBy(result => (result.Scenario, result.Variant)))
        {
            WriteVariant(page, run, variant.Key, [.. variant]);
        }

        WriteFailures(page, run);
        WriteClaims(page, run);
        yield return ("results.md", page.ToString());
    }

    private static void WriteVariant(StringBuilder page, Run run, (string Scenario, string Variant) key, List<Result> results)
    {
        var models = results.Select(result => result.Model).Distinct().ToList();
        var contrasts = run.Contrasts.Where(contrast => (contrast.Scenario, contrast.Variant) == key).ToList();
        page.AppendLine().AppendLine($"## {Cell(key.Scenario)}: {Cell(key.Variant)}").AppendLine();
        page.AppendLine($"| | {string.Join(" | ", models)} |");
        page.AppendLine($"|---|{string.Concat(Enumerable.Repeat("---:|", models.Count))}");
        foreach (var metric in results.Select(result => result.Metric).Distinct())
        {
            var cells = models.Select(model => Figure(
                results.SingleOrDefault(result => (result.Model, result.Metric) == (model, metric)),
                contrasts.SingleOrDefault(contrast => (contrast.Model, contrast.Metric) == (model, metric))));
            page.AppendLine($"| {metric} | {string.Join(" | ", cells)} |");
        }

        if (contrasts.Count > 0)
        {
            page.AppendLine();
            contrasts.ForEach(contrast => page.AppendLine($"- {contrast.Reading}"));
        }
    }

    private static string Figure(Result? result, Contrast? contrast)
    {
        if (result is null)
        {
            return "not measured";
        }

        var figure = $"{Quantity.Format(result)} ({Quantity.Format(result.Low, result.Unit)} to {Quantity.Format(result.High, result.Unit)})";
        var ratio = contrast is null ? "" : $" {Quantity.Ratio(contrast.Ratio)} {contrast.Verdict.ToString().ToLowerInvariant()}";
        var marks = (result.Failed, result.Disturbed) switch
        {
            (0, 0) => "",
            (var failed, 0) => $" [{failed} failed]",
            (0, var disturbed) => $" [{disturbed} disturbed]",
            var (failed, disturbed) => $" [{failed} failed, {disturbed} disturbed]",
        };
        return Cell(figure + ratio + marks);
    }

    private static void WriteFailures(StringBuilder page, Run run)
    {
        var failures = run.Checks.Where(check => !check.Ok)
            .Select(check => string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Scenario} ({check.Variant}) on {check.Model}, round {check.Round}: {check.Name}: " +
                $"expected {check.Expected}, observed {check.Observed}"))
            .Concat(run.Trials.Where(trial => trial.Error is not null)
                .Select(trial => $"{trial.Scenario} ({trial.Variant}) on {trial.Model}, round {trial.Round}: {trial.Error!.ReplaceLineEndings(" ")}"))
            .ToList();
        if (failures.Count > 0)
        {
            page.AppendLine().AppendLine("## Failed").AppendLine();
            failures.ForEach(failure => page.AppendLine($"- {failure}"));
        }
    }

    private static void WriteClaims(StringBuilder page, Run run)
    {
        var tested = run.Claims.Where(claim => claim.Verdict != Finding.NotTested).ToList();
        if (tested.Count > 0)
        {
            page.AppendLine().AppendLine("## Claims").AppendLine();
            page.AppendLine("| claim | verdict | figures |").AppendLine("|---|---|---|");
            tested.ForEach(claim =>
                page.AppendLine($"| {claim.Id}: {Cell(claim.Claim)} | {claim.Verdict.ToString().ToLowerInvariant()} | {Cell(claim.Evidence)} |"));
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

using System.Globalization;
using Interleave.Client.Judging.Placebos;
using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A row a metric: how often verdicts told a model from itself, and how often they found what was planted.</summary>
internal static class PlaceboTable
{
    public static void Write(IAnsiConsole console, PlaceboResult placebo)
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        foreach (var heading in (string[])["wrong verdicts", "+10 % found", "+20 % found"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var metric in placebo.Rows.Where(row => row.Contrasts > 0).GroupBy(row => row.Metric))
        {
            AddRow(table, metric.Key, [.. metric]);
        }

        foreach (var time in placebo.Rows.Where(row => row.At(Twin.Planted[0]).Of > 0).OrderBy(row => row.Metric, StringComparer.Ordinal))
        {
            AddRow(table, $"{time.Metric} of {time.Scenario}", [time]);
        }

        console.Write(table);
        foreach (var wrong in placebo.Run.Contrasts.Where(contrast => contrast.DerivedFrom is null && IsWrong(placebo.Run, contrast)))
        {
            Sentence.Write(
                console,
                $"wrong: {wrong.Scenario} ({wrong.Variant}) {wrong.Model}, {wrong.Metric} {(wrong.Ratio is { } ratio ? Quantity.Ratio(ratio) : "")}");
        }

        console.Write(new TextLine(placebo.Outcome.InOneLine));
    }

    private static bool IsWrong(Run run, Contrast contrast) => contrast.Verdict is Verdict.Better or Verdict.Worse
        && run.Plan.Twins.Any(twin => twin.Model == contrast.Model && twin.WorkFactor == 1);

    private static void AddRow(Table table, string name, IReadOnlyList<PlaceboRow> rows)
    {
        var (tenth, fifth) = (Planted(Twin.Planted[0]), Planted(Twin.Planted[1]));
        table.AddRow(name, Share(rows.Sum(row => row.Wrong), rows.Sum(row => row.Contrasts)), Share(tenth.Found, tenth.Of), Share(fifth.Found, fifth.Of));

        (int Found, int Of) Planted(double factor) => (rows.Sum(row => row.At(factor).Found), rows.Sum(row => row.At(factor).Of));
    }

    private static string Share(int some, int all) =>
        all == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / all:0.#} %)");
}

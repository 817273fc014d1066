using System.Globalization;
using Interleave.Client.Judging.Comparing;
using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>What changed from one run to another beyond noise: a row a figure, the worst last.</summary>
internal static class ComparisonTable
{
    public static void Write(IAnsiConsole console, Comparison comparison, double tolerance)
    {
        var changes = comparison.BeyondNoise.OrderBy(change => change.IsRegression(tolerance)).ToList();
        if (changes.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple }.AddColumns("figure", "before", "after", "change", "");
            changes.ForEach(change => table.AddRow(
                Markup.Escape($"{change.Before.Scenario}[{change.Before.Variant}].{change.Before.Model}.{change.Before.Metric}"),
                Markup.Escape(Figure(change.Before)),
                Markup.Escape(change.After is null ? "not measured" : Figure(change.After)),
                Quantity.Ratio(change.Ratio),
                Say(change, tolerance)));
            console.Write(table);
        }

        var regressions = comparison.Regressions(tolerance).Count();
        console.Write(new TextLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Changes.Count} figures compared: {changes.Count} changed beyond noise, " +
            $"{regressions} of them regressions beyond {tolerance * 100:0.##} %.")));
    }

    private static string Figure(Result result) => result.Rounds == 0
        ? "failed in every round"
        : $"{Quantity.Format(result)} ({Quantity.Format(result.Low, result.Unit)} to {Quantity.Format(result.High, result.Unit)})";

    private static string Say(Change change, double tolerance) => change.Verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => change.IsRegression(tolerance) ? "REGRESSION" : "worse, tolerated",
        _ => "differs",
    };
}

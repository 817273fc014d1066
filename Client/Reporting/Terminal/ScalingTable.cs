using System.Globalization;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Scaling;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>Efficiency by number of cores and of silos, and what the fitted law says of it.</summary>
internal static class ScalingTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ScalingCurve> curves)
    {
        foreach (var group in curves.GroupBy(curve => (curve.Scenario, curve.Variant, curve.Axis)))
        {
            var numbers = group.SelectMany(curve => curve.Points).Select(point => point.Number).Distinct().Order().ToList();
            var table = new Table { Border = new HeadRuleBorder() };
            table.AddColumn($"efficiency by {ScalingSentences.Noun(group.Key.Axis)}");
            numbers.ForEach(number => table.AddColumn(new TableColumn(number.ToString(CultureInfo.InvariantCulture)).RightAligned()));
            foreach (var curve in group)
            {
                table.AddRow(
                [
                    new Markup($"[{ModelColours.Of(curve.Model).Light}]{NameOf(curve).EscapeMarkup()}[/]"),
                    .. numbers.Select(number => (IRenderable)new Text(Efficiency(curve, number))),
                ]);
            }

            Sentence.Write(console, $"{group.Key.Scenario}, {group.Key.Variant}");
            console.Write(table);
            foreach (var curve in group)
            {
                Sentence.Write(
                    console,
                    $"{NameOf(curve)}: {ScalingSentences.Costs(curve)}; peak {ScalingSentences.Peak(curve)}; trust: {ScalingSentences.Trust(curve)}.",
                    indent: 2);
            }

            console.WriteLine();
        }
    }
    private static string NameOf(ScalingCurve curve) => curve.Held.Length == 0 ? curve.Model : $"{curve.Model}, {curve.Held}";

    private static string Efficiency(ScalingCurve curve, int number) =>
        curve.Points.FirstOrDefault(point => point.Number == number) is { } point ? Quantity.Format(point.Efficiency.Median, Quantity.Share) : "–";
}

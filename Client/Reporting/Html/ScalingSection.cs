using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Reporting.Plots;
using Interleave.Client.Scaling;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>How models scale over cores and silos: efficiency drawn, the fitted law in figures, and how far it may be trusted.</summary>
internal static class ScalingSection
{
    public static XElement? Of(Report report)
    {
        var curves = ScalingCurves.Of(report.Run);
        return curves.Count == 0
            ? null
            : Section(
                "scaling",
                "How it scales",
                Tag("div.plots", curves.GroupBy(curve => (curve.Scenario, curve.Variant, curve.Axis)).Select(group => Plot([.. group]))),
                Scrolling("The fitted law", Table(curves)),
                Tag(
                    "p.hint",
                    "The Universal Scalability Law, fitted by least squares: contention is the share of the work that is done one after the other, "
                        + "crosstalk what it costs to keep each with each other in step. Intervals are over the rounds, each fitted by itself."));
    }

    private static XElement Plot(IReadOnlyList<ScalingCurve> curves)
    {
        var (scenario, variant, noun) = (curves[0].Scenario, curves[0].Variant, ScalingSentences.Noun(curves[0].Axis));
        var title = $"efficiency over {noun}, {variant}";
        return Picture.Of(
            $"{scenario}: {title}",
            "throughput over what so many times one would yield; more is better",
            LinePlot.Draw(
                Slug($"{scenario} {title}"),
                $"{scenario}: {title}",
                new LineAxis(noun, "1"),
                new LineAxis("efficiency", Quantity.Share),
                [
                    .. curves.Select(curve => new LineSeries(
                        curve.Model,
                        [.. curve.Points.Select(point => new LinePoint(point.Number, point.Efficiency.Median, point.Efficiency.Low, point.Efficiency.High))],
                        curve.Held.Length == 0 ? null : curve.Held)),
                ],
                []));
    }

    private static XElement Table(IReadOnlyList<ScalingCurve> curves) => Tag(
        "table",
        Tag("thead", Tag("tr", ((string[])["what", "costs", "predicted peak", "how far to trust it"]).Select(title => HeadCell(title)))),
        Tag("tbody", curves.Select(curve => Tag(
            "tr",
            RowHead(ScalingSentences.Title(curve)),
            Tag("td", ScalingSentences.Costs(curve)),
            Tag("td", ScalingSentences.Peak(curve)),
            Tag("td", ScalingSentences.Trust(curve))))));
}

using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A ratio with its interval and its verdict.</summary>
internal static class RatioText
{
    public static XElement Of(Contrast contrast) => Tag(
        "span.ratio",
        Tag("b", contrast.Ratio is { } ratio ? Quantity.Ratio(ratio) : "no ratio"),
        " ",
        VerdictMark.Of(contrast.Verdict),
        contrast is { Low: { } low, High: { } high } ? Tag("small", $"{Quantity.Ratio(low)} – {Quantity.Ratio(high)}") : Tag("small", "the baseline's figure is zero"));
}

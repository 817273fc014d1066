using System.Xml.Linq;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A plot under its caption.</summary>
internal static class Picture
{
    public static XElement Of(string title, string? note, XElement plot) =>
        Tag("figure", Tag("figcaption", Tag("b", title), note is null ? null : Tag("span", note)), plot);
}

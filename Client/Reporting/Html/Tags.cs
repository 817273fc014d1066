using System.Xml.Linq;

namespace Interleave.Client.Reporting.Html;

/// <summary>Makes HTML elements; LINQ to XML sees to nesting and encoding.</summary>
internal static class Tags
{
    /// <param name="selector">As in a style sheet: <c>table.figures</c>.</param>
    /// <param name="content">Text, elements, attributes and sequences of them; null is left out.</param>
    public static XElement Tag(string selector, params object?[] content)
    {
        var parts = selector.Split('.');
        return new XElement(parts[0], parts.Length > 1 ? new XAttribute("class", string.Join(' ', parts[1..])) : null, content);
    }

    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>A part of the page with a heading, reachable by its id.</summary>
    public static XElement Section(string id, string title, params object?[] content) =>
        Tag("section", Attribute("id", id), Attribute("aria-labelledby", $"{id}-heading"), Tag("h2", Attribute("id", $"{id}-heading"), title), content);

    /// <summary>A part of the page that is folded until somebody opens it, or follows a link to it.</summary>
    public static XElement FoldedSection(string id, string title, string? summary, bool open, params object?[] content) => Tag(
        "details.part",
        Attribute("id", id),
        open ? Attribute("open", "") : null,
        Tag("summary", Tag("h2", title), string.IsNullOrEmpty(summary) ? null : Tag("span", summary)),
        content);

    /// <summary>A box that scrolls sideways by itself, also from the keyboard, so that the page never does.</summary>
    public static XElement Scrolling(string label, params object?[] content) =>
        Tag("div.scroll", Attribute("role", "region"), Attribute("aria-label", label), Attribute("tabindex", "0"), content);

    public static XElement Fold(string summary, params object?[] content) => Tag("details", Tag("summary", summary), content);

    public static XElement HeadCell(params object?[] content) => Tag("th", Attribute("scope", "col"), content);

    public static XElement RowHead(params object?[] content) => Tag("th", Attribute("scope", "row"), content);

    /// <summary>Lower-case words with hyphens, for ids.</summary>
    public static string Slug(string text) =>
        string.Join(
            '-',
            string.Concat(
                text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')).Split(' ',
                StringSplitOptions.RemoveEmptyEntries));
}

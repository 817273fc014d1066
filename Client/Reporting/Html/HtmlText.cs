using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Interleave.Client.Reporting.Html;

/// <summary>Writes a tree of elements as HTML.</summary>
internal static partial class HtmlText
{
    private static readonly HashSet<string> Void = ["meta", "link", "br", "hr", "img", "col", "wbr"];

    /// <summary>Elements whose text is shown, or read by a program, as it is.</summary>
    private static readonly HashSet<string> Verbatim = ["pre", "code", "script", "style", "textarea"];

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.None,
        CheckCharacters = false, // A message from outside may hold any.
    };

    public static string Of(XElement page)
    {
        // XML would write an empty element as <td/>, which HTML reads as an open one.
        foreach (var empty in page.DescendantsAndSelf().Where(element =>
            element.IsEmpty && element.Name.NamespaceName.Length == 0 && !Void.Contains(element.Name.LocalName)))
        {
            empty.Value = "";
        }

        foreach (var prose in page.DescendantNodes().OfType<XText>().Where(IsProse).ToList())
        {
            prose.Value = BeforeUnit().Replace(prose.Value, "\u00A0");
        }

        var text = new StringBuilder("<!doctype html>\n");
        using (var writer = XmlWriter.Create(text, Settings))
        {
            page.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private static bool IsProse(XText text) => text is not RawText
        && text.Parent?.Name.NamespaceName.Length == 0
        && !text.Ancestors().Any(element => Verbatim.Contains(element.Name.LocalName));

    /// <summary>The space between a number and its unit, where no line is to break.</summary>
    [GeneratedRegex(@"(?<=\d) (?=%|(?:[nµm]?s|[KMG]iB|B)\b)")]
    private static partial Regex BeforeUnit();
}

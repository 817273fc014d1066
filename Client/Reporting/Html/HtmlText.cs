using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Interleave.Client.Reporting.Html;

/// <summary>Writes a tree of elements as HTML.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Void = ["meta", "link", "br", "hr", "img", "col", "wbr"];

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

        var text = new StringBuilder("<!doctype html>\n");
        using (var writer = XmlWriter.Create(text, Settings))
        {
            page.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }
}

using System.Xml;
using System.Xml.Linq;

namespace Interleave.Client.Reporting.Html;

/// <summary>Text of our own that HTML takes as it is: the content of a style or script element.</summary>
internal sealed class RawText(string value) : XText(value)
{
    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}

using System.Xml.Linq;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A model's name beside its mark, in the colour that it has in every plot; the style sheet draws the mark.</summary>
internal static class ModelTag
{
    public static XElement Of(string model) => Tag("span.model", Attribute("data-model", model), model);
}

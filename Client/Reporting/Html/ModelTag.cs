using System.Xml.Linq;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A model's name beside its mark, in the colour that it has in every plot.</summary>
internal static class ModelTag
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Of(string model) => Tag(
        "span.model",
        new XElement(
            Svg + "svg",
            Attribute("viewBox", "-6 -6 12 12"),
            Attribute("aria-hidden", "true"),
            new XElement(Svg + "path", Attribute("d", ModelColours.Of(model).Mark), Attribute("data-model", model))),
        model);
}

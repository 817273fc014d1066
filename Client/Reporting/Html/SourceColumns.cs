using System.Xml.Linq;
using Interleave.Client.Reporting.Sources;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The source of a scenario, model beside model.</summary>
internal static class SourceColumns
{
    public static XElement? Of(ScenarioNotes scenario) => scenario.Sources.Count == 0
        ? null
        : Fold(
            $"The source, side by side: {string.Join(", ", scenario.Sources.Select(source => source.Model))}",
            Tag("div.sources", scenario.Sources.Select(source => Tag(
                "div",
                Tag("h4", ModelTag.Of(source.Model)),
                source.Files.Select(file => OneFile(source.Model, file))))));

    private static XElement OneFile(string model, SourceFile file) => Tag(
        "figure.source",
        Tag("figcaption", file.Path),
        Scrolling($"{model}: {file.Path}", Tag("pre", Tag("code", CSharpColours.Of(file.Text.TrimEnd())))));
}

using System.Xml.Linq;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Reporting.Plots;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The deadlocks of a scenario: a picture of who waited for whom, for each variant that had one.</summary>
internal static class CircleFigures
{
    public static XElement? Of(Report report, ScenarioNotes scenario)
    {
        var notes = CircleNote.Of(report.Run, scenario.Name).OrderBy(note => report.VariantsOf(scenario.Name).ToList().IndexOf(note.Variant)).ToList();
        return notes.Count == 0 ? null : Tag("div.plots", notes.Select(note => Of(scenario, note)));
    }

    private static XElement Of(ScenarioNotes scenario, CircleNote note) => Picture.Of(
        $"Who waits for whom: {note.Variant}",
        note.Sentence,
        CirclePlot.Draw(Slug($"{scenario.Name} {note.Variant} circle"), $"{scenario.Name}, {note.Variant}: who waits for whom", $"{note.Waits}.", note.Circle));
}

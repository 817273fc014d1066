using Interleave.Client.Recording;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Reporting.Html;

/// <summary>All that the page is made from.</summary>
/// <param name="Timelines">One of each traced trial; none where the run kept no traces.</param>
internal sealed record Report(Run Run, IReadOnlyList<Timeline> Timelines, IReadOnlyList<ScenarioNotes> Scenarios)
{
    /// <summary>Bars, columns and lanes stand in this order on the whole page.</summary>
    public IReadOnlyList<string> Models { get; } = [.. Run.Trials.Select(trial => trial.Model).Concat(Run.Plan.Models).Distinct().OrderBy(Order)];

    private static int Order(string model) =>
        ModelColours.All.Index().Where(colours => colours.Item.Model == model).Select(colours => colours.Index).FirstOrDefault(int.MaxValue);
}

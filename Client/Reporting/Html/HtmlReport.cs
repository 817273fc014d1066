using System.Text;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Reporting.Html;

/// <summary>Writes a run as one page that needs nothing else, neither a network nor a script.</summary>
internal static class HtmlReport
{
    public const string Name = "report.html";

    public static void Write(Run run, KeptTimelines timelines, string path)
    {
        var page = Encoding.UTF8.GetBytes(Render(Create(run, timelines.All) with { TracesFault = timelines.Fault }));
        WholeFile.Write(path, stream => stream.Write(page));
    }

    public static string Render(Run run, IReadOnlyList<Timeline> timelines) => Render(Create(run, timelines));

    public static string Render(Report report) => HtmlText.Of(Page.Of(report));

    private static Report Create(Run run, IReadOnlyList<Timeline> timelines) =>
        new(run, timelines, [.. ScenariosOf(run).Select(scenario => ScenarioNotes.Of(scenario, run.Plan.Models))]);

    private static IEnumerable<string> ScenariosOf(Run run) =>
        run.Plan.Scenarios.Concat(run.Trials.Select(trial => trial.Scenario)).Distinct().Where(scenario => run.Trials.Any(trial => trial.Scenario == scenario));
}

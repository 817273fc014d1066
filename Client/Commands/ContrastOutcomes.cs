using Interleave.Client.Records;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Telemetry.Timelines;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>Tables as scenarios are done; last the page, the exports and the summary.</summary>
internal sealed class ContrastOutcomes(IAnsiConsole console, RunSettings settings, Func<Run> concluded) : IOutcome
{
    private readonly TablesAsTheyCome _tables = new(console, concluded, settings.Details);

    public IProgress<RunProgress> Beside(IProgress<RunProgress> display) => _tables.Beside(display);

    public void Tell(Run run, RunEnd end, RunSaver saver)
    {
        _tables.WriteRest(run);
        var page = Path.Combine(settings.Folder, HtmlReport.Name);
        saver.Keep(() => Exports.Write(settings.Exports, run, settings.Folder));
        saver.Keep(() => HtmlReport.Write(run, KeptTimelines.In(settings.Folder), page));
        RunSummary.Write(console, run);
        if (saver.KeptAll && end == RunEnd.AsPlanned)
        {
            NextSteps.Write(console, settings.Folder);
        }
        else
        {
            console.Write(new TextLine(saver.KeptAll ? $"{end.Trouble} What was measured is in {page}" : saver.Tell()));
        }
    }
}

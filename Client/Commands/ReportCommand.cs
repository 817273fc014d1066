using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Interleave.Client.Chaos;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Telemetry.Timelines;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave report</c>: writes a run's page again from its folder, and shows its figures.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The run's folder." };
        var open = new Option<bool>("--open") { Description = "Show the page in the browser." };
        var details = new Option<bool>("--details") { Description = "Show every figure of the run as tables, too." };
        var command = new Command("report", "Writes report.html again from run.json.") { folder, open, details };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(folder), parsed.GetValue(open), parsed.GetValue(details), Terminals.Open()));
        return command.WithExamples("report runs/20260314-092653-spinner --open", "report runs/20260314-092653-spinner --details");
    }

    private static int Write(string folder, bool open, bool details, IAnsiConsole console)
    {
        var home = Directory.Exists(folder) ? folder : Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder;
        var page = Path.GetFullPath(Path.Combine(home, HtmlReport.Name));
        if (ChaosFile.TryRead(folder) is { } faults)
        {
            ChaosPage.Write(faults, page);
            ChaosTable.Write(console, faults);
            console.Write(new TextLine(page));
            return ExitCode.Done;
        }

        var run = KeptRun.Read(folder);
        var timelines = KeptTimelines.In(home);
        try
        {
            HtmlReport.Write(run, timelines, page);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{page}' cannot be written: {exception.Message}");
        }

        if (details)
        {
            RunSummary.WriteScenarios(console, run, run.Plan.Scenarios, detailed: true);
            RunSummary.Write(console, run);
        }

        if (timelines.Fault is { } fault)
        {
            console.Write(new TextLine($"The page shows no lanes, for the traces could not be read: {fault}"));
        }

        console.Write(new TextLine(page));
        if (open)
        {
            Show(page);
        }

        return ExitCode.Done;
    }

    private static void Show(string page)
    {
        try
        {
            using var viewer = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Win32Exception exception)
        {
            throw new UserError($"--open found nothing that shows '{page}': {exception.Message}");
        }
    }
}

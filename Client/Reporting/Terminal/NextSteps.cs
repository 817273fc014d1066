using Interleave.Client.Reporting.Html;
using Interleave.Client.Telemetry.Traces;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>What somebody can do with a finished run.</summary>
internal static class NextSteps
{
    public static void Write(IAnsiConsole console, string folder)
    {
        List<(string Command, string Why)> steps =
        [
            ($"interleave claims --from {folder}", "what the literature says, tested by these figures"),
            .. File.Exists(Path.Combine(folder, TraceFolder.TracesFile))
                ? [($"interleave trace {folder}", "where the time of the slowest operations went")]
                : ((string, string)[])[],
            ($"interleave report {folder} --details", "every figure, here"),
        ];
        var width = steps.Max(step => step.Command.Length);
        var fits = !console.Profile.Out.IsTerminal || steps.All(step => 2 + width + 2 + step.Why.Length <= console.Profile.Width);
        console.Write(new TextLine("Next:"));
        foreach (var (command, why) in steps)
        {
            if (fits)
            {
                console.Write(new TextLine($"  {command.PadRight(width)}  {why}"));
            }
            else
            {
                console.Write(new TextLine($"  {command}"));
                Sentence.Write(console, why, indent: 4);
            }
        }

        console.Write(new TextLine($"Figures, traces and report: {Path.Combine(folder, HtmlReport.Name)}"));
    }
}

using System.CommandLine;
using System.Globalization;
using Interleave.Client.Judging.Comparing;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave compare</c>: a run, or a kept baseline, against a later run of the same plan.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "The run to compare with: its folder or its run.json." };
        var after = new Argument<string>("after") { Description = "The run to judge." };
        var tolerance = new Option<string>("--tolerance")
        {
            Description = "How much worse a figure may become before it counts as a regression.",
            HelpName = "5%",
            DefaultValueFactory = _ => "5%",
        };
        var anyway = new Option<bool>("--anyway") { Description = "Compare even where plan or machine differ." };
        var command = new Command(
            "compare", "What changed between two runs beyond noise; exit code 1 on a regression.") { before, after, tolerance, anyway }.WithExamples(
            "compare runs/baseline runs/today",
            "compare runs/baseline runs/today --tolerance 10%",
            "compare laptop/run.json server/run.json --anyway");
        command.SetAction(parsed => Compare(
            Terminals.Open(), parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetRequiredValue(tolerance), parsed.GetValue(anyway)));
        return command;
    }

    private static int Compare(IAnsiConsole console, string before, string after, string tolerance, bool anyway)
    {
        var share = ReadTolerance(tolerance);
        var (first, second) = Read(before, after);
        string[] differences = [.. Interrupted(before, first), .. Interrupted(after, second), .. Comparability.Differences(first, second)];
        if (differences.Length > 0 && !anyway)
        {
            throw new UserError([.. differences, $"'{before}' and '{after}' cannot be compared: repeat the same plan on the same machine, or add --anyway."]);
        }

        foreach (var difference in differences)
        {
            console.Write(new TextLine(difference));
        }

        var comparison = Comparison.Of(first, second, ScenarioCatalogue.All);
        ComparisonTable.Write(console, comparison, share);
        return comparison.Regressions(share).Any() ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Tells the faults of both at once.</summary>
    private static (Run Before, Run After) Read(string before, string after)
    {
        var faults = new Faults();
        var runs = (KeptRun.Read(before, faults), KeptRun.Read(after, faults));
        return runs is ({ } first, { } second) ? (first, second) : throw faults.ToError();
    }

    private static string[] Interrupted(string name, Run run) =>
        run.Complete ? [] : [$"'{name}' is not complete: it was interrupted, and holds {run.Trials.Count} trials."];

    /// <summary><c>5%</c> or <c>0.05</c>.</summary>
    private static double ReadTolerance(string text)
    {
        var percent = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (percent ? number / 100 : number) is >= 0 and <= 10 and var share
            ? share
            : throw new UserError($"--tolerance is '{text}': a share from 0% to 1000% is allowed, as 5% or 0.05.");
    }
}

using Interleave.Client.Running;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A live display on a terminal, plain lines elsewhere.</summary>
internal static class ProgressDisplay
{
    public static Task RunAsync(IAnsiConsole console, Func<IProgress<RunProgress>, Task> body) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? console.Progress()
                .AutoClear(true)
                .Columns(
                    new SpinnerColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(display => body(new LiveProgress(display)))
            : body(new PlainProgress(Console.Out));
}

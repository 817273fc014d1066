using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The console that commands write to: with colours and live displays on a terminal, plain and wide enough elsewhere.</summary>
internal static class Terminals
{
    private const int WidthElsewhere = 120;

    private const string NoColour = "NO_COLOR";

    public static IAnsiConsole Open()
    {
        if (Environment.GetEnvironmentVariable(NoColour) is "")
        {
            // By its rule it counts only when it is not empty; the library counts an empty one, too.
            Environment.SetEnvironmentVariable(NoColour, null);
        }

        var redirected = Console.IsOutputRedirected;
        if (!redirected)
        {
            Console.SetOut(new TerminalWriter(Console.Out));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Pipeline.Attach(new VisibleTextOnly());
        if (redirected)
        {
            console.Profile.Width = WidthElsewhere;
        }

        return console;
    }
}

using System.Text.RegularExpressions;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

public sealed partial class TerminalTests
{
    [TerminalTheory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1", false)]
    public async Task A_terminal_gets_colours_unless_NO_COLOR_says_something(string? noColour, bool coloured)
    {
        using var folder = new TemporaryFolder();
        await using var client = ClientProcess.StartUnder(
            ["sh", "-c", "exec script --quiet --return --command \"$*\" /dev/null", "sh"],
            folder.Path,
            new Dictionary<string, string?> { ["NO_COLOR"] = noColour, ["TERM"] = "xterm-256color" },
            SmallWork.Run("run", "--models", "threads"));
        var result = await client.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\u001b[", result.Output, StringComparison.Ordinal); // The progress that is shown and taken away again.
        Assert.Equal(coloured, Colour().IsMatch(result.Output));
    }

    [GeneratedRegex(@"\u001b\[([0-9;]*;)?[349][0-8][;m]")]
    private static partial Regex Colour();
}

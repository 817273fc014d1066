using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class ClaimTableTests
{
    [Fact]
    public void Where_lines_are_searched_a_claim_stands_on_one_however_long_it_is()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 40;

        ClaimTable.Write(
            console, [new ClaimVerdict("000-x", Finding.Refuted, "loop time 2 s") { Claim = "A statement that is longer than forty columns allow." }]);

        Assert.Contains(
            $"refuted      000-x: A statement that is longer than forty columns allow.{Environment.NewLine}", text.ToString(), StringComparison.Ordinal);
    }
}

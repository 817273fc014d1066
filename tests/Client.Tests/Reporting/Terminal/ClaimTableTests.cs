using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class ClaimTableTests
{
    private static readonly ClaimVerdict Claim = new("000-x", Finding.Refuted, "two: loop time 2 s, and threads 1 s; the machine disturbed 14 of 150 trials")
    {
        Claim = "A statement that is longer than eighty columns allow, however many of them are left beside its verdict.",
        Meaning = "Choose by something else.",
        Repeat = "interleave claims 000-x --profile quick --rounds 6 --silos 2 --seed 1 --param delay=50",
    };

    [Fact]
    public void Where_lines_are_searched_each_stands_on_one_however_long_it_is()
    {
        var lines = Write(width: 40, isTerminal: false);

        Assert.Equal($"refuted      000-x: {Claim.Claim}", lines[0]);
        Assert.Contains($"             repeat: {Claim.Repeat}", lines);
    }

    [Fact]
    public void On_a_terminal_the_verdict_has_a_column_of_its_own()
    {
        var lines = Write(width: 80, isTerminal: true);

        Assert.StartsWith("refuted      000-x: A statement", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..^2], line => Assert.StartsWith("             ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public void On_a_terminal_no_line_is_wider_and_the_command_is_still_one_to_a_shell(int width)
    {
        var lines = Write(width, isTerminal: true);

        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
        var command = lines.SkipWhile(line => !line.Contains("repeat:", StringComparison.Ordinal)).ToList();
        var continued = command.TakeWhile(line => line.EndsWith('\\')).Count();
        Assert.True(continued > 0);
        Assert.Equal($"repeat: {Claim.Repeat}", string.Join(' ', command.Take(continued + 1).Select(line => line.TrimEnd('\\').Trim())));
    }

    private static List<string> Write(int width, bool isTerminal)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new MadeUpTerminal(text, width, isTerminal) });

        ClaimTable.Write(console, [Claim]);

        return [.. text.ToString().Split(Environment.NewLine)];
    }
}

using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

public sealed class NextStepsTests
{
    private const string Why = "what the literature says, tested by these figures";

    [Theory]
    [InlineData(40, false)]
    [InlineData(120, true)]
    public void What_a_command_is_for_stands_beside_it_where_there_is_room(int width, bool isTerminal) =>
        Assert.Contains($"  interleave claims --from nowhere     {Why}", Write(width, isTerminal));

    [Fact]
    public void On_a_narrow_terminal_it_stands_below_and_breaks_between_words()
    {
        var lines = Write(40, isTerminal: true);

        Assert.Contains("  interleave claims --from nowhere", lines);
        Assert.Contains("    what the literature says, tested by", lines.Select(line => line.TrimEnd()));
        Assert.All(lines.Where(line => line.StartsWith("    ", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 1, 40));
    }

    private static List<string> Write(int width, bool isTerminal)
    {
        using var text = new StringWriter();
        NextSteps.Write(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new MadeUpTerminal(text, width, isTerminal) }), "nowhere");
        return [.. text.ToString().Split(Environment.NewLine)];
    }
}

namespace Interleave.Client.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain, with a line\nand a\ttab", "plain, with a line\nand a\ttab")]
    [InlineData("\u001b]0;title\u0007", "␛]0;title␇")]
    [InlineData("over\rwritten\u007f", "over␍written␡")]
    [InlineData("\u009b31m\u202e", "\ufffd31m\ufffd")]
    [InlineData("×1.02 ▲ äöü", "×1.02 ▲ äöü")]
    public void Characters_that_would_steer_a_terminal_are_shown_instead(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Whatever_it_holds_a_line_is_one_line_of_a_length_that_can_be_read()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x3000).Select(code => (char)code));

        var line = VisibleText.OneLine($"{everything} {everything} {string.Concat(Enumerable.Repeat(" word", 1_000))}");

        Assert.InRange(line.Length, 500, 2_001);
        Assert.DoesNotContain(line, character => char.IsControl(character) && character != '\t');
    }

    [Fact]
    public void What_is_cut_keeps_its_beginning_and_its_end()
    {
        var line = VisibleText.OneLine($"Unknown scenario '{new string('a', 100_000)}': Allowed: cpu, io.");

        Assert.StartsWith("Unknown scenario 'aaa", line, StringComparison.Ordinal);
        Assert.EndsWith("aaa': Allowed: cpu, io.", line, StringComparison.Ordinal);
    }
}

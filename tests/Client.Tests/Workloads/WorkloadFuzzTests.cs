using System.Diagnostics;
using System.Globalization;
using System.Text;
using Interleave.Client.Workloads;

namespace Interleave.Client.Tests.Workloads;

/// <summary>Whatever a file holds, it is read or refused: soon, in lines, and in little memory.</summary>
public sealed class WorkloadFuzzTests
{
    private const int Files = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Pieces =
    [
        "name: ", "x", "arrivals: ", "200/s", "concurrency", "steps:", "\n", "\n  ", "\n    - ", "- ", "{ ", " }", "[", "]", ", ", ": ", "http", "compute: 2ms",
        "state: { keys: 100 }", "parallel", "&a ", "*a", "!!int ", "!<x> ", "|\n", ">-\n", "'", "\"", "\\", "#", "%YAML 1.2\n", "---\n", "...\n", "? ",
        "\t", "\0", "\uFEFF",
        "\u2028", "é", "\uD83D\uDE00", "\uD800", "9999999999999999", "1e308", ".nan", "~", "<<: ", "@", "`", "-1", "0x1F", "goal: { p99: 1ms }",
        "\r", "\u0085", "\\x00", "\"\\uD800\"",
    ];

    [Fact]
    public void Ten_thousand_broken_files_are_read_or_refused()
    {
        var random = new Random(Seed: 20_261_121);
        using var reader = new StreamReader(WorkloadTemplate.Open("checkout"));
        var template = reader.ReadToEnd();
        var refused = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        for (var number = 0; number < Files; number++)
        {
            refused += Refuses(number % 3 == 0 ? MadeUp(random) : Broken(template, random)) ? 1 : 0;
        }

        Assert.InRange(refused, Files / 2, Files);
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / Files, 0, 4 << 20);
    }

    [Theory]
    [InlineData("[", 60_000)]
    [InlineData("{", 60_000)]
    [InlineData("- ", 30_000)]
    [InlineData("? ", 30_000)]
    [InlineData("a: ", 20_000)]
    [InlineData("[{", 30_000)]
    [InlineData("&a ", 20_000)]
    [InlineData("[*a,", 15_000)]
    [InlineData("x", 65_000)]
    [InlineData("\"", 65_000)]
    [InlineData("#", 65_000)]
    [InlineData("!", 65_000)]
    [InlineData("\n", 65_000)]
    [InlineData("- x\n", 16_000)]
    [InlineData("k: v\n", 13_000)]
    [InlineData("%", 65_000)]
    [InlineData("|", 65_000)]
    [InlineData("9", 65_000)]
    public void What_is_deep_long_or_huge_is_refused_soon(string piece, int times) => Assert.True(Refuses(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var level = 1; level < 30; level++)
        {
            var aliases = string.Join(',', Enumerable.Repeat($"*a{level - 1}", 9));
            bomb.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{aliases}]\n");
        }

        Assert.True(Refuses(bomb.ToString()));
    }

    private static bool Refuses(string text)
    {
        var start = Stopwatch.GetTimestamp();
        var faults = new Faults();

        var file = WorkloadReader.Read(text, "file.yaml", new FileContext([], null), [], faults);

        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "reading took too long");
        Assert.Equal(file is null, faults.Count > 0);
        Assert.All(faults.Lines, line => Assert.StartsWith("file.yaml:", line, StringComparison.Ordinal));
        return file is null;
    }

    private static string MadeUp(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>The template with a few places cut out, doubled or overwritten.</summary>
    private static string Broken(string template, Random random)
    {
        var text = new StringBuilder(template);
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 40), text.Length - at);
            var piece = random.Next(3) switch
            {
                0 => "",
                1 => text.ToString(at, length) + text.ToString(at, length),
                _ => Pieces[random.Next(Pieces.Length)],
            };
            text.Remove(at, length).Insert(at, piece);
        }

        return text.ToString();
    }
}

using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The claims with their verdicts: those tested with figures, meaning and command, then those that could not be.</summary>
internal static class ClaimTable
{
    private const int MarkWidth = 12;

    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimVerdict> claims)
    {
        foreach (var claim in claims.Where(claim => claim.Verdict != Finding.NotTested))
        {
            Head(console, claim, claim.Claim);
            Line(console, "figures", claim.Evidence);
            Line(console, "means", claim.Meaning);
            Sentence.WriteCommand(console, "repeat:", claim.Repeat, Indent(console));
        }

        foreach (var claim in claims.Where(claim => claim.Verdict == Finding.NotTested))
        {
            Head(console, claim, claim.Evidence);
        }

        Sentence.Write(
            console,
            $"{claims.Count} claims: " +
            $"{string.Join(", ", Enum.GetValues<Finding>().Select(finding => $"{claims.Count(claim => claim.Verdict == finding)} {Word(finding)}"))}.");
    }

    private static void Head(IAnsiConsole console, ClaimVerdict claim, string text) =>
        Sentence.Write(console, Word(claim.Verdict).PadRight(MarkWidth), StyleOf(claim.Verdict), $"{claim.Id}: {text}");

    private static void Line(IAnsiConsole console, string head, string text) =>
        Sentence.Write(console, $"{head}: {text}", Indent(console));

    private static int Indent(IAnsiConsole console) => Sentence.IsNarrow(console) ? 2 : MarkWidth + 1;

    private static string Word(Finding finding) => finding == Finding.NotTested ? "not tested" : finding.ToString().ToLowerInvariant();

    private static Style StyleOf(Finding finding) => finding switch
    {
        Finding.Supported => new Style(Color.Green),
        Finding.Refuted => new Style(Color.Red),
        Finding.Inconclusive => new Style(Color.Yellow),
        _ => new Style(decoration: Decoration.Dim),
    };
}

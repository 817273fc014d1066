using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The claims with their verdicts: those tested with figures, meaning and command, then those that could not be.</summary>
internal static class ClaimTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimVerdict> claims)
    {
        foreach (var claim in claims.Where(claim => claim.Verdict != Finding.NotTested))
        {
            Head(console, claim, claim.Claim);
            Line(console, "figures", claim.Evidence);
            Line(console, "means", claim.Meaning);
            Line(console, "repeat", claim.Repeat);
        }

        foreach (var claim in claims.Where(claim => claim.Verdict == Finding.NotTested))
        {
            Head(console, claim, claim.Evidence);
        }

        console.Write(
            new TextLine(
                $"{claims.Count} claims: " +
                $"{string.Join(", ", Enum.GetValues<Finding>().Select(finding => $"{claims.Count(claim => claim.Verdict == finding)} {Word(finding)}"))}."));
    }

    private static void Head(IAnsiConsole console, ClaimVerdict claim, string text) =>
        Sentence.Write(console, $"{Word(claim.Verdict),-12}", StyleOf(claim.Verdict), $"{claim.Id}: {text}");

    private static void Line(IAnsiConsole console, string head, string text) =>
        Sentence.Write(console, $"{head}: {text}", indent: 13);

    private static string Word(Finding finding) => finding == Finding.NotTested ? "not tested" : finding.ToString().ToLowerInvariant();

    private static Style StyleOf(Finding finding) => finding switch
    {
        Finding.Supported => new Style(Color.Green),
        Finding.Refuted => new Style(Color.Red),
        Finding.Inconclusive => new Style(Color.Yellow),
        _ => new Style(decoration: Decoration.Dim),
    };
}

using Interleave.Client.Recording;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The claims with their verdicts: those tested with figures, meaning and command, then those that could not be.</summary>
internal static class ClaimTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimVerdict> claims)
    {
        foreach (var claim in claims.Where(claim => claim.Verdict != Finding.NotTested))
        {
            console.Write(new Paragraph().Append($"{Word(claim.Verdict),-12}", StyleOf(claim.Verdict)).Append($" {claim.Id}: {claim.Claim}\n"));
            Line(console, "figures", claim.Evidence);
            Line(console, "means", claim.Meaning);
            Line(console, "repeat", claim.Repeat);
        }

        foreach (var claim in claims.Where(claim => claim.Verdict == Finding.NotTested))
        {
            console.Write(new Paragraph().Append($"{Word(claim.Verdict),-12}", StyleOf(claim.Verdict)).Append($" {claim.Id}: {claim.Evidence}\n"));
        }

        console.Write(new TextLine($"{claims.Count} claims: {string.Join(", ", Enum.GetValues<Finding>().Select(finding => $"{claims.Count(claim => claim.Verdict == finding)} {Word(finding)}"))}."));
    }

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

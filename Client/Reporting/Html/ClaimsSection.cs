using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Statements from the literature, put to the test by this run's own figures.</summary>
internal static class ClaimsSection
{
    public static XElement? Of(Report report)
    {
        var tested = report.Run.Claims.Where(claim => claim.Verdict != Finding.NotTested).OrderBy(claim => claim.Verdict).ToList();
        var others = report.Run.Claims.Where(claim => claim.Verdict == Finding.NotTested).ToList();
        return report.Run.Claims.Count == 0
            ? null
            : FoldedSection(
                "claims",
                "The claims",
                $"{Summary(report.Run.Claims)}.",
                open: false,
                Tag("p", "What well-known texts say of threads, coroutines, event loops, processes and actors, decided by this run’s own figures."),
                tested.Select(OneClaim),
                others.Count == 0 ? null : Fold($"Not tested by this run: {others.Count}", Tag("ul", others.Select(NotTested))));
    }

    private static XElement NotTested(ClaimVerdict claim) =>
        Tag("li", Attribute("id", $"claim-{claim.Id}"), Tag("code", claim.Id), $" {claim.Claim}", claim.Evidence.Length > 0 ? $" ({claim.Evidence})" : "");

    private static XElement OneClaim(ClaimVerdict claim) => Tag(
        "article.claim",
        Attribute("id", $"claim-{claim.Id}"),
        Tag("p.statement", Mark(claim.Verdict), " ", claim.Claim.Length > 0 ? claim.Claim : claim.Id),
        claim.Meaning.Length == 0 ? null : Tag("p", claim.Meaning),
        Tag("p.hint", claim.Evidence),
        claim.Repeat.Length == 0 ? null : Tag("p.hint", Tag("code", claim.Id), " · ", Tag("code", claim.Repeat)));

    private static string Summary(IReadOnlyList<ClaimVerdict> claims) =>
        string.Join(", ", claims.GroupBy(claim => claim.Verdict).OrderBy(verdict => verdict.Key).Select(verdict => $"{verdict.Count()} {Word(verdict.Key)}"));

    private static XElement Mark(Finding finding) => finding switch
    {
        Finding.Supported => Tag("span.verdict.better", "✓ supported"),
        Finding.Refuted => Tag("span.verdict.worse", "✗ refuted"),
        _ => Tag("span.verdict.undecided", $"? {Word(finding)}"),
    };

    private static string Word(Finding finding) => finding == Finding.NotTested ? "not tested" : finding.ToString().ToLowerInvariant();
}

using Interleave.Client.Judging.Claims;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>Judges one claim by runs that nobody made.</summary>
public abstract class ClaimTests
{
    protected const string Supported = nameof(Finding.Supported);
    protected const string Refuted = nameof(Finding.Refuted);
    protected const string Inconclusive = nameof(Finding.Inconclusive);
    protected const string NotTested = nameof(Finding.NotTested);

    private protected static void Expect(string expected, string id, MadeUpRun run) => Assert.Equal(expected, Verdict(id, [run.Build()]).Verdict.ToString());

    private protected static ClaimVerdict Verdict(string id, IReadOnlyList<Run> runs) =>
        ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence(runs)).Single(claim => claim.Id == id);
}

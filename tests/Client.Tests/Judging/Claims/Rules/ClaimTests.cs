using Interleave.Client.Judging.Claims;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>Decides one claim by runs with made-up figures.</summary>
public abstract class ClaimTests
{
    protected const string Supported = nameof(Finding.Supported);
    protected const string Refuted = nameof(Finding.Refuted);
    protected const string Inconclusive = nameof(Finding.Inconclusive);
    protected const string NotTested = nameof(Finding.NotTested);

    /// <summary>Every scenario that claims need, on all models: rules are tried as they will be once all of them are there.</summary>
    private static readonly IReadOnlyList<IScenario> Everything =
        [.. ClaimFile.Read().SelectMany(claim => claim.Scenarios).Distinct().Select(name => new MadeUpScenario(name) { Models = Model.All })];

    /// <summary>Three rounds that are measured twice: as many as a verdict needs.</summary>
    protected static double[] Twice(params double[] rounds) => [.. rounds, .. rounds];

    private protected static double[] Six(double value) => MadeUpRun.Six(value);

    private protected static void Expect(string expected, string id, MadeUpRun run) => Assert.Equal(expected, Verdict(id, [run.Build()]).Verdict.ToString());

    private protected static ClaimVerdict Verdict(string id, IReadOnlyList<Run> runs) =>
        ClaimCatalogue.Create(Everything).Decide(runs).Single(claim => claim.Id == id);
}

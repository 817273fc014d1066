using Interleave.Client.Records;

namespace Interleave.Client.Judging.Comparing;

/// <summary>What changed from one run to another.</summary>
internal sealed record Comparison(IReadOnlyList<Change> Changes)
{
    public static Comparison Of(Run before, Run after)
    {
        var later = after.Results.ToDictionary(Key);
        return new Comparison([.. before.Results.Select(result => new Change(result, later.GetValueOrDefault(Key(result))))]);
    }

    public IEnumerable<Change> BeyondNoise => Changes.Where(change => change.BeyondNoise);

    public IEnumerable<Change> Regressions(double tolerance) => Changes.Where(change => change.IsRegression(tolerance));

    private static (string Scenario, string Variant, string Model, string Metric) Key(Result result) =>
        (result.Scenario, result.Variant, result.Model, result.Metric);
}

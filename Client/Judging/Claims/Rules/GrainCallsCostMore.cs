using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Two grains in one silo go there and back clearly less often a second than two tasks, and two grains in two silos less often still.</summary>
internal sealed class GrainCallsCostMore : IClaimRule
{
    private const string RoundTrips = "round-trips";

    public string Claim => "grain-cost";

    public Ruling Judge(Evidence evidence)
    {
        var within = evidence.At("switch", "free");
        return Ruling.All(
            within.Ratio(RoundTrips, "tasks", "grains").Above(1 + Verdicts.Negligible),
            Above(within.Figure(RoundTrips, "grains"), evidence.At("switch", "two silos").Figure(RoundTrips, "grains")));
    }

    private static Ruling Above(Figure within, Figure across) => (within.Missing ?? across.Missing) is { } missing
        ? Ruling.NotTested(missing)
        : new Ruling(
            within.Estimate.Low > across.Estimate.High ? Finding.Supported : within.Estimate.High < across.Estimate.Low ? Finding.Refuted : Finding.Inconclusive,
            $"in one silo {within}, across two {across}");
}

using Interleave.Client.Records;
using MathNet.Numerics.Distributions;

namespace Interleave.Client.Judging.Claims;

/// <summary>Events of one model, summed over all rounds, and the occasions on which one could have happened.</summary>
/// <remarks>
/// Their rate has the exact interval of a Poisson process (Garwood, Fiducial limits for the Poisson distribution, 1936): where none was seen, it still
/// has an upper bound.
/// </remarks>
internal sealed record RareEvents(string Name, double Events, double Occasions, string? Missing)
{
    private const double Confidence = 0.95;
    private const double Million = 1e6;

    /// <summary>Where a rate is below this for sure, the events are as good as absent.</summary>
    private const double AsGoodAsNever = 1e-4;

    public double Low => Events == 0 ? 0 : ChiSquared.InvCDF(2 * Events, (1 - Confidence) / 2) / 2 / Occasions;

    public double High => ChiSquared.InvCDF(2 * (Events + 1), (1 + Confidence) / 2) / 2 / Occasions;

    /// <summary>Supported by a single one; refuted where none was seen on enough occasions.</summary>
    public Ruling Happen() => Rule(Events > 0 ? Finding.Supported : High < AsGoodAsNever ? Finding.Refuted : Finding.Inconclusive);

    /// <summary>Refuted by a single one; the figures tell on how many occasions none was seen.</summary>
    public Ruling NeverHappen() => Rule(Events == 0 ? Finding.Supported : Finding.Refuted);

    /// <summary>Supported when the rate is clearly below this share of the other one, refuted when it is clearly above.</summary>
    public Ruling AreRarerThan(RareEvents other, double share)
    {
        var finding = High < share * other.Low ? Finding.Supported : Low > share * other.High ? Finding.Refuted : Finding.Inconclusive;
        return Missing is null && other.Missing is null
            ? new Ruling(finding, $"{this}; {other}")
            : Ruling.NotTested(Missing ?? other.Missing ?? "");
    }

    public override string ToString() => Events == 0
        ? FormattableString.Invariant($"{Name}: none seen in {Quantity.Number(Occasions)}, so at most {Quantity.Number(High * Million)} in a million")
        : FormattableString.Invariant($"{Name}: {Quantity.Number(Events)} in {Quantity.Number(Occasions)}");

    private Ruling Rule(Finding finding) => Missing is null ? new Ruling(finding, ToString()) : Ruling.NotTested(Missing);
}

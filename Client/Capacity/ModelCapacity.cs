using Interleave.Client.Models;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Capacity;

/// <summary>What all launches found of a model.</summary>
/// <param name="Brackets">One of each launch.</param>
/// <param name="Asked">A trial of each launch at the rate that the file asks for; none where it asks for none.</param>
internal sealed record ModelCapacity(Model Model, IReadOnlyList<Bracket> Brackets, IReadOnlyList<RateTrial> Asked)
{
    public double Median => Brackets.Count == 0 ? 0 : Brackets.Select(bracket => bracket.Estimate).Median();

    public double Low => Brackets.Count == 0 ? 0 : Brackets.Min(bracket => bracket.Holds?.Rate ?? 0);

    public double High => Brackets.Count == 0 ? 0 : Brackets.Max(bracket => bracket.Fails?.Rate ?? bracket.Holds?.Rate ?? 0);

    /// <summary>Whether generator or I/O server gave out before the model in any launch.</summary>
    public bool IsBound => Brackets.Any(bracket => bracket.IsBound);

    /// <summary>The trial that costs are taken from: the one at the highest rate at which the goal held.</summary>
    public RateTrial? AtCapacity => Brackets.Select(bracket => bracket.Holds).OfType<RateTrial>().MaxBy(trial => trial.Rate);

    /// <summary>Says what gave out: the trial at the lowest rate at which the goal did not hold, of the launches that bound the capacity.</summary>
    public RateTrial? AtFailure =>
        Brackets.Where(bracket => bracket.IsBound == IsBound).Select(bracket => bracket.Fails).OfType<RateTrial>().MinBy(trial => trial.Rate);

    /// <summary>Whether the intervals share a rate.</summary>
    public bool Overlaps(ModelCapacity other) => Low <= other.High && other.Low <= High;
}

using Interleave.Client.Records;

namespace Interleave.Client.Capacity;

/// <summary>A trial of a model at one arrival rate, held against the goal.</summary>
/// <param name="Broken">What of the goal did not hold, in words; null where all of it held.</param>
/// <param name="GaveOut">What of the machine, or of the model, gave out; null where the goal held.</param>
internal sealed record RateTrial(double Rate, Trial Trial, string? Broken, GaveOut? GaveOut)
{
    public bool Holds => Broken is null;
}

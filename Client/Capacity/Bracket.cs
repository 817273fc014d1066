namespace Interleave.Client.Capacity;

/// <summary>What one launch found: the highest rate at which the goal held, and the lowest above it at which it did not.</summary>
/// <param name="Holds">Null where the goal held at no rate that was tried.</param>
/// <param name="Fails">Null where it held at every rate that was tried.</param>
internal sealed record Bracket(RateTrial? Holds, RateTrial? Fails)
{
    /// <summary>Halfway between the two by ratio; the one that there is, where the other is missing.</summary>
    public double Estimate => (Holds, Fails) switch
    {
        ({ } holds, { } fails) when !IsBound => Math.Sqrt(holds.Rate * fails.Rate),
        ({ } holds, _) => holds.Rate,
        _ => 0,
    };

    /// <summary>Whether the model may carry more: it did not fail, or what failed was not the model's.</summary>
    public bool IsBound => Holds is not null && (Fails is null || Fails.GaveOut is { OfHarness: true });
}

namespace Interleave.Grains.OwnWork;

/// <summary>What every request of a trial does.</summary>
/// <param name="FirstKey">The first of the grains that hold the keys; no other run uses them.</param>
/// <param name="Trial">The number of the trial: every count begins at 0 in each.</param>
[GenerateSerializer, Immutable]
public sealed record RequestPlan(IReadOnlyList<Step> Steps, Machinery Machinery, long FirstKey, int Trial)
{
    /// <summary>The most keys that a state step can have.</summary>
    public const int MostKeys = 100_000;

    /// <summary>The grain that holds a key.</summary>
    /// <param name="place">That of the step among the state steps of the file.</param>
    public long GrainOf(int place, int key) => FirstKey + (place * (long)MostKeys) + key;
}

namespace Interleave.Client.Measuring.Loads;

/// <summary>How well an open load was generated, and how much of it the units took.</summary>
/// <param name="Planned">Operations that were to become due.</param>
/// <param name="HandedOut">Operations that a unit took.</param>
/// <param name="Late">Operations that the generator itself woke for later than <paramref name="Tolerance"/>.</param>
/// <param name="LatenessP99">99 % of the operations became due at most this many seconds late.</param>
internal sealed record GeneratorReport(long Planned, long HandedOut, long Late, TimeSpan Tolerance, double LatenessP99, double LatenessMax)
{
    // One in a hundred may be late: a percentile of latencies up to the 99th still stands.
    private const double TolerableShare = 0.01;

    /// <summary>Due, and never started: the units were too slow, or too few.</summary>
    public long Dropped => Planned - HandedOut;

    /// <summary>Operations that became due on time.</summary>
    public long OnTimeOperations => Planned - Late;

    /// <summary>Whether latencies from the intended start are those of what was driven, and not the generator's.</summary>
    public bool OnTime => Late <= TolerableShare * Planned;
}

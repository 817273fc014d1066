namespace Interleave.Client.Measuring.Loads;

/// <summary>How well an open load was generated.</summary>
/// <param name="Planned">Operations that were to fall due.</param>
/// <param name="HandedOut">Operations that a unit took.</param>
/// <param name="Late">Operations that the generator itself woke for later than it tolerates.</param>
/// <param name="LatenessP99">99 % of the operations fell due at most this many seconds late.</param>
internal sealed record GeneratorReport(long Planned, long HandedOut, long Late, double LatenessP99, double LatenessMax)
{
    // One in a hundred may be late: a percentile of latencies up to the 99th still stands.
    private const double TolerableShare = 0.01;

    /// <summary>Due, and never started.</summary>
    public long Dropped => Planned - HandedOut;

    /// <summary>What was started, and not late for the generator's sake.</summary>
    public long OnTimeOperations => Math.Max(0, HandedOut - Late);

    /// <summary>Whether latencies from the intended start are those of what was driven, and not the generator's.</summary>
    public bool OnTime => Dropped == 0 && Late <= TolerableShare * Planned;
}

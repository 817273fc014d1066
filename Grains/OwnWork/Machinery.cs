namespace Interleave.Grains.OwnWork;

/// <summary>What steps need to know of the machine that they are done on, the same for all of a run.</summary>
/// <param name="IoServer">The server that answers after the asked delay.</param>
/// <param name="RoundsAMicrosecond">How fast a core computes, measured when the run began.</param>
[GenerateSerializer, Immutable]
public sealed record Machinery(Uri IoServer, double RoundsAMicrosecond)
{
    public long RoundsOf(TimeSpan time) => RoundsOf(time, RoundsAMicrosecond);

    public static long RoundsOf(TimeSpan time, double roundsAMicrosecond) => (long)(time.TotalMicroseconds * roundsAMicrosecond);
}

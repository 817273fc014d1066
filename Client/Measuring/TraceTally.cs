using System.Diagnostics;

namespace Interleave.Client.Measuring;

/// <summary>How many of a traced trial's operations were traced.</summary>
internal sealed class TraceTally
{
    private long _traced;
    private long _total;

    public long Traced => Volatile.Read(ref _traced);

    public long Total => Volatile.Read(ref _total);

    public void Count(bool traced)
    {
        Interlocked.Increment(ref _total);
        if (traced)
        {
            Interlocked.Increment(ref _traced);
        }
    }

    /// <summary>The tally that the trial's span carries; null for a span that is no trial.</summary>
    public static TraceTally? Of(Activity? trial) => trial?.GetCustomProperty(nameof(TraceTally)) as TraceTally;

    public void Attach(Activity trial) => trial.SetCustomProperty(nameof(TraceTally), this);
}

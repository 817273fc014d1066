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

    /// <summary>The tally of the trial that a span belongs to; null outside a traced trial.</summary>
    public static TraceTally? Of(Activity? span)
    {
        for (; span is not null; span = span.Parent)
        {
            if (span.GetCustomProperty(nameof(TraceTally)) is TraceTally tally)
            {
                return tally;
            }
        }

        return null;
    }

    public void Attach(Activity trial) => trial.SetCustomProperty(nameof(TraceTally), this);
}

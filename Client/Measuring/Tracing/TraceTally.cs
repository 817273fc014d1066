using System.Collections.Concurrent;
using System.Diagnostics;

namespace Interleave.Client.Measuring.Tracing;

/// <summary>What of a traced trial was traced, so that a trace stays readable whatever the trial does.</summary>
internal sealed class TraceTally
{
    /// <summary>Of more units than these, only some are shown: in a load, those that an operation was chosen of; of others, the first.</summary>
    public const int MostUnits = 150;

    private readonly ConcurrentDictionary<string, int> _units = [];
    private long _traced;
    private long _total;

    public long Traced => Volatile.Read(ref _traced);

    public long Total => Volatile.Read(ref _total);

    /// <summary>Those that are not shown included.</summary>
    public int Units => _units.Values.Sum();

    /// <summary>Numbers the units of one name from 1 over the whole trial: a lane is known by its name.</summary>
    public int NumberUnit(string name) => _units.AddOrUpdate(name, 1, (_, last) => last + 1);

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

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Interleave.Silo.Telemetry;

/// <summary>Bounds the spans that a process records of one trace, and counts those that it leaves out.</summary>
/// <remarks>One operation may make millions of calls: choosing operations bounds nothing then, and spans stay in memory until their trial is over.</remarks>
internal sealed class SpanBound(int most = SpanBound.MostSpans)
{
    /// <summary>Several times what a kept trace holds, so that there is something to choose from.</summary>
    public const int MostSpans = 10_000;

    private readonly ConcurrentDictionary<ActivityTraceId, Count> _traces = new();

    /// <summary>Whether one more span of this trace may be recorded; where it may not, it is counted as left out.</summary>
    public bool TryTake(ActivityTraceId trace)
    {
        var count = _traces.GetOrAdd(trace, static _ => new Count());
        // Looked at first: a counter that only grows would overflow, and is written by every core.
        if (Volatile.Read(ref count.Taken) < most && Interlocked.Increment(ref count.Taken) <= most)
        {
            return true;
        }

        Interlocked.Increment(ref count.LeftOut);
        return false;
    }

    /// <summary>How many spans of each trace were left out since this was last asked.</summary>
    public IReadOnlyList<(ActivityTraceId Trace, long Spans)> TakeLeftOut() =>
        [.. _traces.Select(trace => (trace.Key, Interlocked.Exchange(ref trace.Value.LeftOut, 0))).Where(trace => trace.Item2 > 0)];

    /// <summary>Begins again, as if nothing had been recorded.</summary>
    public void Reset() => _traces.Clear();

    private sealed class Count
    {
        public int Taken;
        public long LeftOut;
    }
}

using System.Numerics;

namespace Interleave.Client.Measuring.Latencies;

/// <summary>Counts durations from many threads at once, without locks, and without allocation once a core has recorded its first.</summary>
/// <remarks>A stripe a core: threads on different cores do not contend for the same cache line.</remarks>
internal sealed class LatencyRecorder
{
    private const int MostStripes = 16;

    private readonly long[]?[] _stripes = new long[]?[Math.Min(MostStripes, (int)BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount))];

    public void Record(long nanoseconds)
    {
        var index = Thread.GetCurrentProcessorId() & (_stripes.Length - 1);
        var stripe = Volatile.Read(ref _stripes[index]) ?? Add(index);
        Interlocked.Increment(ref stripe[HistogramLayout.IndexOf(nanoseconds)]);
    }

    /// <summary>What has been recorded so far.</summary>
    public LatencyHistogram Snapshot() => LatencyHistogram.Of(_stripes.OfType<long[]>());

    private long[] Add(int index)
    {
        var stripe = new long[HistogramLayout.Buckets];
        return Interlocked.CompareExchange(ref _stripes[index], stripe, null) ?? stripe;
    }
}

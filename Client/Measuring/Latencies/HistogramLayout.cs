using System.Numerics;

namespace Interleave.Client.Measuring.Latencies;

/// <summary>How durations are laid out in buckets: linear within a power of two, powers of two up to an hour.</summary>
/// <remarks>
/// Values are whole nanoseconds. Each power of two has 1,024 buckets, so that a bucket is at most 0.1 % as wide as its values are large:
/// three significant digits, as in Gil Tene's HdrHistogram. Below 2,048 ns every value has a bucket of its own.
/// </remarks>
internal static class HistogramLayout
{
    private const int LinearBits = 10;
    private const int Linear = 1 << LinearBits;

    /// <summary>One hour, in nanoseconds; whatever is longer counts as this long.</summary>
    public const long Longest = 3_600_000_000_000;

    public static int Buckets { get; } = IndexOf(Longest) + 1;

    public static int IndexOf(long nanoseconds)
    {
        var value = Math.Clamp(nanoseconds, 0, Longest);
        var shift = Math.Max(0, BitOperations.Log2((ulong)value) - LinearBits);
        return (shift << LinearBits) + (int)(value >> shift);
    }

    public static long LowestOf(int index)
    {
        var shift = ShiftOf(index);
        return (long)(index - (shift << LinearBits)) << shift;
    }

    public static long HighestOf(int index) => LowestOf(index) + (1L << ShiftOf(index)) - 1;

    private static int ShiftOf(int index) => Math.Max(0, (index >> LinearBits) - 1);
}

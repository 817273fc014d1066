using System.Numerics;

namespace Interleave.Client.Measuring;

/// <summary>A counter that threads on different cores increment without contending for one cache line.</summary>
internal sealed class StripedCounter
{
    // 128 bytes apart: processors fetch cache lines of 64 bytes in pairs.
    private const int Distance = 16;

    private readonly long[] _stripes = new long[(int)BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount) * Distance];

    public long Value
    {
        get
        {
            var sum = 0L;
            for (var index = 0; index < _stripes.Length; index += Distance)
            {
                sum += Volatile.Read(ref _stripes[index]);
            }

            return sum;
        }
    }

    public void Increment() =>
        Interlocked.Increment(ref _stripes[(Thread.GetCurrentProcessorId() * Distance) & (_stripes.Length - 1)]);
}

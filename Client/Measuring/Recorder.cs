using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Recording;

namespace Interleave.Client.Measuring;

/// <summary>Takes what happens in one trial: operations and their latencies.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentBag<long> _latencies = [];
    private long _started;
    private long _completed;
    private long _failed;
    private long _timedOut;
    private Exception? _firstFailure;

    /// <summary>The first operation that failed says why.</summary>
    public Exception? FirstFailure => _firstFailure;

    public OperationCounts Counts => new(_started, _completed, _failed, _timedOut);

    public long Start()
    {
        Interlocked.Increment(ref _started);
        return Stopwatch.GetTimestamp();
    }

    public void Completed(long intendedStart, long start, long end)
    {
        Interlocked.Increment(ref _completed);
        _latencies.Add(end - intendedStart);
    }

    /// <summary>Counts a failed operation; a cancelled trial is not one.</summary>
    /// <returns>Whether the failure was counted, and the unit may go on with its next operation.</returns>
    public bool Failed(Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException:
                return false;
            case TimeoutException:
                Interlocked.Increment(ref _timedOut);
                break;
            default:
                Interlocked.Increment(ref _failed);
                break;
        }

        Interlocked.CompareExchange(ref _firstFailure, exception, null);
        return true;
    }

    /// <summary>Latency from the intended start, in seconds.</summary>
    public double Percentile(double fraction)
    {
        var sorted = _latencies.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(fraction * sorted.Length) - 1)] / (double)Stopwatch.Frequency;
    }
}

using Interleave.Client.Measuring.Latencies;

namespace Interleave.Client.Measuring.Loads;

/// <summary>Takes how an open load was generated: what was planned, when it became due, what was handed out.</summary>
internal sealed class GeneratorLog
{
    private readonly LatencyRecorder _lateness = new();
    private readonly StripedCounter _handedOut = new();
    private long _planned;
    private long _late;
    private TimeSpan _tolerance;

    /// <summary>Null when the load was closed: there is no generator then.</summary>
    public GeneratorReport? Report
    {
        get
        {
            if (_planned == 0)
            {
                return null;
            }

            var lateness = _lateness.Snapshot();
            return new GeneratorReport(_planned, _handedOut.Value, Volatile.Read(ref _late), _tolerance, lateness.Percentile(0.99), lateness.Max);
        }
    }

    public void Planned(long operations, TimeSpan tolerance)
    {
        Interlocked.Add(ref _planned, operations);
        _tolerance = tolerance;
    }

    /// <summary>The generator noticed that an operation is due, this long after it was.</summary>
    public void Due(long nanosecondsLate)
    {
        _lateness.Record(nanosecondsLate);
        if (nanosecondsLate > _tolerance.TotalNanoseconds)
        {
            Interlocked.Increment(ref _late);
        }
    }

    /// <summary>A unit took an operation.</summary>
    public void HandedOut() => _handedOut.Increment();
}

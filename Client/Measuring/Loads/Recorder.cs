using System.Diagnostics;
using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Tracing;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Loads;

/// <summary>Takes what happens to the operations of one kind in a trial: how many there were, what became of them, and their latencies.</summary>
internal sealed class Recorder(Clock clock, LiveUnits units)
{
    private readonly StripedCounter _started = new();
    private readonly StripedCounter _completed = new();
    private readonly LatencyRecorder _onTime = new();
    private readonly LatencyRecorder _fromIntendedStart = new();
    private readonly LatencyRecorder _fromRealStart = new();
    private long _failed;
    private long _timedOut;
    private long _expectedFailures;
    private Exception? _firstFailure;

    public Recorder()
        : this(Clock.System)
    {
    }

    public Recorder(Clock clock)
        : this(clock, new LiveUnits())
    {
    }

    public Clock Clock => clock;

    /// <summary>What metrics say of the trial beside its figures.</summary>
    public TagList Tags { get; init; }

    /// <summary>The first operation that failed says why.</summary>
    public Exception? FirstFailure => _firstFailure;

    public OperationCounts Counts => new(_started.Value, _completed.Value, Volatile.Read(ref _failed), Volatile.Read(ref _timedOut))
    {
        ExpectedFailures = Volatile.Read(ref _expectedFailures),
    };

    /// <summary>The units that operations were handed to.</summary>
    public LiveUnits Units => units;

    /// <summary>The timestamp at which the last operation of an open load was due; null of a closed one.</summary>
    public long? LastDue { get; set; }

    /// <summary>How well an open load was generated.</summary>
    public GeneratorLog Generator { get; } = new();

    /// <summary>Latencies from the intended start: what a caller who came at that time waited, and at least waited if the operation was dropped.</summary>
    public LatencyHistogram Latency => _onTime.Snapshot().Merge(_fromIntendedStart.Snapshot());

    /// <summary>Latencies from the real start; what they lack of <see cref="Latency"/> is the coordinated omission.</summary>
    public LatencyHistogram UncorrectedLatency => _onTime.Snapshot().Merge(_fromRealStart.Snapshot());

    /// <returns>The timestamp of the operation's real start.</returns>
    public long Start()
    {
        _started.Increment();
        return clock.Now;
    }

    /// <summary>Takes a completed operation; in a closed load its intended start is its real start.</summary>
    public void Completed(long intendedStart, long start, long end)
    {
        _completed.Increment();
        if (OperationInstruments.AreHeard)
        {
            OperationInstruments.Completed(clock.ToNanoseconds(end - intendedStart) / 1e9, Tags);
        }

        if (intendedStart == start)
        {
            _onTime.Record(clock.ToNanoseconds(end - start));
            return;
        }

        _fromIntendedStart.Record(clock.ToNanoseconds(end - intendedStart));
        _fromRealStart.Record(clock.ToNanoseconds(end - start));
    }

    /// <summary>Takes an operation that no unit started: its caller has waited since the intended start, at least until now.</summary>
    public void Dropped(long intendedStart) => _fromIntendedStart.Record(clock.ToNanoseconds(clock.Now - intendedStart));

    /// <summary>Counts a failed operation; a cancelled trial is not one.</summary>
    /// <param name="expected">Whether the scenario provoked it: then it is a result, and no fault of the trial.</param>
    /// <returns>Whether the failure was counted, and the unit may go on with its next operation.</returns>
    public bool Failed(Exception exception, bool expected = false)
    {
        if (expected)
        {
            Interlocked.Increment(ref _expectedFailures);
            return true;
        }

        switch (exception)
        {
            // An HttpClient reports its timeout as a cancellation with the timeout inside.
            case TimeoutException:
            case OperationCanceledException { InnerException: TimeoutException }:
                Interlocked.Increment(ref _timedOut);
                break;
            case OperationCanceledException:
                return false;
            default:
                Interlocked.Increment(ref _failed);
                break;
        }

        Interlocked.CompareExchange(ref _firstFailure, exception, null);
        return true;
    }

    /// <summary>Tells listeners of metrics about an operation that failed.</summary>
    public void Report(Exception failure, long intendedStart)
    {
        if (OperationInstruments.AreHeard)
        {
            OperationInstruments.Failed(clock.ToNanoseconds(clock.Now - intendedStart) / 1e9, Tags, failure);
        }
    }
}

using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Loads;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>Takes what units did: how often each step was done and what came of it, and which requests were completed.</summary>
internal sealed class StepLedger
{
    private readonly OwnWorkJob _job;
    private readonly StripedCounter[] _done;
    private readonly StripedCounter[] _differing;
    private readonly long?[] _values;
    private readonly long[][] _expected;
    private readonly long[][] _counts;
    private readonly LatencyRecorder _serverLateness = new();
    private readonly StripedCounter _completed = new();
    private long _lastEnd;

    public StepLedger(OwnWorkJob job)
    {
        _job = job;
        _done = [.. job.File.Work.Select(_ => new StripedCounter())];
        _differing = [.. job.File.Work.Select(_ => new StripedCounter())];
        _values = new long?[job.File.Work.Count];
        _expected = [.. job.File.States.Select(step => new long[step.Keys])];
        _counts = [.. job.File.States.Select(step => new long[step.Keys])];
    }

    public long Completed => _completed.Value;

    /// <summary>The timestamp at which the last request was completed.</summary>
    public long LastEnd => Volatile.Read(ref _lastEnd);

    public LatencyHistogram ServerLateness => _serverLateness.Snapshot();

    /// <summary>How often a step was done.</summary>
    public long DoneOf(WorkStep step) => _done[step.Number].Value;

    /// <summary>What the first one to do a step found; null where nobody did it.</summary>
    public long? FirstValueOf(WorkStep step) => _values[step.Number];

    /// <summary>How often a step found something else than the first time.</summary>
    public long DifferingOf(WorkStep step) => _differing[step.Number].Value;

    /// <summary>How often completed requests changed each key.</summary>
    /// <param name="place">That of the step among the steps that change a key.</param>
    public IReadOnlyList<long> ExpectedOf(int place) => _expected[place];

    /// <summary>The highest count of each key that a reply told.</summary>
    /// <inheritdoc cref="ExpectedOf"/>
    public IReadOnlyList<long> CountsOf(int place) => _counts[place];

    /// <summary>A unit has done a step.</summary>
    public void Done(StepResult result)
    {
        _done[result.Step].Increment();
        if (result.Key >= 0)
        {
            Raise(ref _counts[PlaceOf(result.Step)][result.Key], result.Value);
        }
        else if (_job.File.Work[result.Step] is not HttpStep { Url: not null } && _values[result.Step] is var first && first != result.Value)
        {
            Differs(result, first);
        }

        if (_job.File.Work[result.Step] is HttpStep { Url: null })
        {
            _serverLateness.Record((long)result.ServerLateness.TotalNanoseconds);
        }
    }

    /// <summary>A unit has changed a key that it holds in its own memory.</summary>
    public void Changed(StateStep step) => _done[step.Number].Increment();

    /// <summary>A unit has done all steps of a request.</summary>
    public void Complete(Operation request)
    {
        _completed.Increment();
        Raise(ref _lastEnd, request.Recorder.Clock.Now);
        for (var place = 0; place < _expected.Length; place++)
        {
            Interlocked.Increment(ref _expected[place][_job.Draws.KeyOf(place, request.Number)]);
        }
    }

    private void Differs(StepResult result, long? first)
    {
        lock (_values)
        {
            if (_values[result.Step] is null)
            {
                _values[result.Step] = result.Value;
            }
            else if (first is not null || _values[result.Step] != result.Value)
            {
                _differing[result.Step].Increment();
            }
        }
    }

    private int PlaceOf(int step)
    {
        var place = 0;
        while (_job.File.States[place].Number != step)
        {
            place++;
        }

        return place;
    }

    private static void Raise(ref long highest, long value)
    {
        for (var seen = Volatile.Read(ref highest); value > seen; seen = Volatile.Read(ref highest))
        {
            Interlocked.CompareExchange(ref highest, value, seen);
        }
    }
}

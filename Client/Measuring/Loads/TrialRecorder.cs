using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Loads;

/// <summary>Takes what happens in one trial: operations of each kind, live units, series over time.</summary>
internal sealed class TrialRecorder(Clock clock)
{
    private readonly ConcurrentDictionary<string, Recorder> _kinds = [];
    private readonly ConcurrentDictionary<string, SeriesRecorder> _series = [];
    private WaitCircle? _circle;

    public TrialRecorder()
        : this(Clock.System)
    {
    }

    public Clock Clock => clock;

    /// <summary>What metrics say of the trial beside its figures.</summary>
    public TagList Tags { get; init; }

    /// <summary>All units of the trial, whatever they do.</summary>
    public LiveUnits Units { get; } = new();

    /// <summary>The operations of a load that names no kind of its own.</summary>
    public Recorder Operations => Of(Load.DefaultOperationName);

    /// <summary>Those kinds of operations that any load offered, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, Recorder>> Kinds => _kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, SeriesRecorder>> AllSeries => _series.OrderBy(series => series.Key, StringComparer.Ordinal);

    /// <summary>Of all kinds together.</summary>
    public OperationCounts Counts => _kinds.Values.Aggregate(OperationCounts.None, (sum, kind) => sum + kind.Counts);

    /// <summary>The first unexpected failure of any kind of operation.</summary>
    public Exception? FirstFailure => Kinds.Select(kind => kind.Value.FirstFailure).FirstOrDefault(failure => failure is not null);

    /// <summary>The first circle of units that waited for each other; null where none was found.</summary>
    public WaitCircle? Circle => Volatile.Read(ref _circle);

    /// <summary>The operations that a load calls by this name: each kind has its own counts and its own histogram.</summary>
    public Recorder Of(string operationName) => _kinds.GetOrAdd(operationName, _ => new Recorder(clock, Units) { Tags = Tags });

    /// <summary>A figure that changes while the trial runs, such as the length of a queue.</summary>
    /// <param name="unit">UCUM-style.</param>
    public SeriesRecorder Series(string name, string unit) => _series.GetOrAdd(name, _ => new SeriesRecorder(clock, unit));

    /// <summary>Takes a circle of units that wait for each other; of several, the first is kept.</summary>
    public void Found(WaitCircle circle) => Interlocked.CompareExchange(ref _circle, circle, null);
}

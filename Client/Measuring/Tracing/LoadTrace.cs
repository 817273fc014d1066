using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Measuring.Tracing;

/// <summary>Traces units and operations of one load, and chooses beforehand which, so that a trace stays readable whatever the load.</summary>
/// <remarks>Chosen evenly by number: what comes late has the same chance as what comes early.</remarks>
internal sealed class LoadTrace
{
    /// <summary>An operation that crosses two processes takes seven spans: with the units' own, a trace stays below 2,000.</summary>
    private const int MostOperations = 220;

    private readonly ActivityContext _trial;
    private readonly TraceTally _tally;
    private readonly Load _load;
    private readonly double _share;

    private LoadTrace(ActivityContext trial, TraceTally tally, Load load, long operations)
    {
        _trial = trial;
        _tally = tally;
        _load = load;
        _share = (double)MostOperations / Math.Max(1, operations);
    }

    /// <summary>Null unless the current trial is traced.</summary>
    public static LoadTrace? OfCurrentTrial(Load load, long operations) =>
        Activity.Current is { } trial && TraceTally.Of(trial) is { } tally ? new LoadTrace(trial.Context, tally, load, operations) : null;

    /// <summary>A number between 0 and 1, evenly spread over neighbouring operations by the golden ratio.</summary>
    public static double Spread(long number) => (((ulong)number * 0x9E3779B97F4A7C15) >> 11) * (1.0 / (1UL << 53));

    public UnitTrace StartUnit()
    {
        var unit = new UnitTrace(this, $"{_load.UnitName} {_tally.NumberUnit(_load.UnitName)}", _trial);
        if (_load.Concurrency <= TraceTally.MostUnits)
        {
            unit.Show();
        }

        return unit;
    }

    /// <summary>Whether to trace an operation; it is counted either way.</summary>
    public bool Choose(long operation)
    {
        var chosen = Spread(operation) < _share;
        _tally.Count(chosen);
        return chosen;
    }
}

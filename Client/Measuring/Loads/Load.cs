namespace Interleave.Client.Measuring.Loads;

/// <summary>How operations are offered to the units of a trial.</summary>
/// <param name="Concurrency">How many units take operations.</param>
internal abstract record Load(int Concurrency)
{
    public const string DefaultOperationName = "operation";

    /// <summary>What its units are called in traces, where a trial has units of different kinds.</summary>
    public string UnitName { get; init; } = "unit";

    /// <summary>What its operations are called, where a trial has several kinds: each kind is counted and timed apart.</summary>
    public string OperationName { get; init; } = DefaultOperationName;

    /// <summary>Tells the failures that a scenario provokes: they are counted as results, and do not spoil the trial.</summary>
    public Func<Exception, bool> Expects { get; init; } = _ => false;

    /// <summary>Starts every unit, numbered from 0.</summary>
    public IEnumerable<T> ForEachUnit<T>(Func<int, T> start) => Enumerable.Range(0, Concurrency).Select(start);
}

namespace Interleave.Client.Measuring.Loads;

/// <summary>How operations are offered to the units of a trial.</summary>
/// <param name="Concurrency">How many units take operations.</param>
internal abstract record Load(int Concurrency)
{
    /// <summary>What its units are called in traces, where a trial has units of different kinds.</summary>
    public string UnitName { get; init; } = "unit";
}

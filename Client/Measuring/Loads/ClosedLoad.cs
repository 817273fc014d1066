namespace Interleave.Client.Measuring.Loads;

/// <summary>Every unit takes the next operation when it has finished one: throughput at a stated concurrency.</summary>
internal sealed record ClosedLoad(int Concurrency, long Operations) : Load(Concurrency)
{
    /// <summary>After so long no operation is begun; null where their number is the end.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many equal steps an operation consists of, where a single one is too short to be recorded by itself; rates count steps.</summary>
    public int StepsAnOperation { get; init; } = 1;

    public long Steps => Operations * StepsAnOperation;
}

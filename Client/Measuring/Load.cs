namespace Interleave.Client.Measuring;

/// <summary>How operations are offered to the units of a trial.</summary>
internal abstract record Load(int Concurrency);

/// <summary>Every unit takes the next operation when it has finished one: throughput at a stated concurrency.</summary>
internal sealed record ClosedLoad(int Concurrency, long Operations) : Load(Concurrency);

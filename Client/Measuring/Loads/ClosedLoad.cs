namespace Interleave.Client.Measuring.Loads;

/// <summary>Every unit takes the next operation when it has finished one: throughput at a stated concurrency.</summary>
internal sealed record ClosedLoad(int Concurrency, long Operations) : Load(Concurrency);

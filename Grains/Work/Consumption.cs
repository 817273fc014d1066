namespace Interleave.Grains.Work;

/// <summary>What a consumer has seen: how many items came, and how many of them were the ones that had to come.</summary>
[GenerateSerializer, Immutable]
public sealed record Consumption(long Items, long InOrder, IReadOnlyList<int> ThreadIds);

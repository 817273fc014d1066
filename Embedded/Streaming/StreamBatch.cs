namespace Interleave.Embedded.Streaming;

/// <summary>The items that were ready; none at all if it took too long, so that the consumer asks again.</summary>
[GenerateSerializer]
internal readonly record struct StreamBatch<TItem>([property: Id(0)] List<TItem> Items, [property: Id(1)] bool IsLast, [property: Id(2)] Exception? Fault);

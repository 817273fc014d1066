using System.Collections.Immutable;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Streaming;

/// <summary>The items that were ready; none at all if it took too long, so that the consumer asks again.</summary>
[GenerateSerializer]
internal readonly record struct StreamBatch<TItem>(ImmutableArray<TItem> Items, bool IsLast, CarriedException? Fault = null);

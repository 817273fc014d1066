using System.Collections.Immutable;

namespace Interleave.Embedded.Calls;

/// <summary>What goes over the wire before the arguments of a call.</summary>
[GenerateSerializer]
internal sealed record RequestHeader(GrainId Target, ulong Method, int Hops, string? TraceParent, ImmutableDictionary<string, object>? Context);

namespace Interleave.Embedded.Streaming;

/// <summary>What the runtime adds to the arguments of a method that gives a sequence; only the call that opens it brings the method's own.</summary>
[GenerateSerializer, Immutable]
internal sealed record StreamRequest(Guid Stream, StreamStep Step);

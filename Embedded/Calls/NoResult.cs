namespace Interleave.Embedded.Calls;

/// <summary>The result of a method that has none.</summary>
[GenerateSerializer, Immutable]
internal readonly struct NoResult;

namespace Interleave.Grains.Work;

/// <summary>A typical request: wait for somebody's answer, compute, and wait for another one.</summary>
[GenerateSerializer, Immutable]
public sealed record MixedRequest(WaitRequest Before, NumberRange Numbers, WaitRequest After);

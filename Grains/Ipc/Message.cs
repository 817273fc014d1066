namespace Interleave.Grains.Ipc;

/// <summary>Bytes on their way to another grain; within a silo they are passed by reference.</summary>
[GenerateSerializer, Immutable]
public sealed record Message(byte[] Bytes);

namespace Interleave.Grains.Ipc;

/// <summary>What came at the receiver.</summary>
/// <param name="Intact">How many held every byte that was sent.</param>
/// <param name="Numbers">The sum of their numbers: one that came twice instead of another changes it.</param>
[GenerateSerializer, Immutable]
public sealed record ReceivedMessages(long Count, long Intact, long Numbers);

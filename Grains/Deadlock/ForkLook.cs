namespace Interleave.Grains.Deadlock;

/// <summary>Who holds a fork, and who waits for it.</summary>
/// <param name="Holder">Null when it lies on the table.</param>
[GenerateSerializer, Immutable]
public sealed record ForkLook(int? Holder, IReadOnlyList<WaitingPhilosopher> Waiting);

/// <summary>A philosopher that waits for a fork.</summary>
/// <param name="Since">A timestamp of the monotonic clock, which all processes of a machine share.</param>
[GenerateSerializer, Immutable]
public sealed record WaitingPhilosopher(int Philosopher, long Since);

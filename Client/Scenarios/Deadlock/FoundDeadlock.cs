namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A deadlock that was found and broken.</summary>
/// <param name="Units">How many units waited for each other.</param>
/// <param name="TimeToFind">From the wait that closed the circle until the circle was known.</param>
internal sealed record FoundDeadlock(int Units, TimeSpan TimeToFind);

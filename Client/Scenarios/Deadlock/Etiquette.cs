namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>How philosophers go about taking two forks.</summary>
internal enum Etiquette
{
    /// <summary>Each takes the fork on the left, and then the one on the right: all of them may come to hold one and wait for the other.</summary>
    Naive,

    /// <summary>Each takes the fork of the lower number first: the waits cannot form a circle.</summary>
    Ordered,

    /// <summary>A waiter seats one fewer than there are: somebody always gets both forks.</summary>
    Waiter,
}

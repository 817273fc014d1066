using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>What a process that is a philosopher is asked for: to come to a table, or to eat there.</summary>
/// <param name="Table">The memory in which the forks lie; null where it is to eat.</param>
/// <param name="Philosophers">How many sit at the table.</param>
/// <param name="Order">What it is to eat; null where it is only to come.</param>
internal sealed record DiningRequest(string? Table, int Philosophers, MealOrder? Order);

using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>What a process that is a philosopher answers.</summary>
/// <param name="Meal">Null where it was only to come to the table.</param>
internal sealed record DiningReply(EatenMeal? Meal);

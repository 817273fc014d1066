using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>What a process is asked for: to take steps, or before that, to change to another state.</summary>
internal sealed record StepRequest(StepRange? Steps, SharedStatePlace? Place);

/// <summary>Where the state lies that processes share, and what guards it.</summary>
/// <param name="Memory">The path of a <see cref="Models.Processes.SharedMemory"/>.</param>
internal sealed record SharedStatePlace(string Memory, StateKind Kind, Guard Guard);

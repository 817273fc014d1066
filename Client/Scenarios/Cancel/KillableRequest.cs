using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>What a process that will be killed is asked for: to begin its work, or to stay.</summary>
/// <param name="Piece">What it does over and over; null where it is only to stay.</param>
/// <param name="Result">What every piece must yield.</param>
/// <param name="Memory">Where its fields are.</param>
/// <param name="Offset">Where they begin there.</param>
internal sealed record KillableRequest(SlowRequest? Piece, long Result, string? Memory, int Offset)
{
    public static KillableRequest ToStay { get; } = new(null, 0, null, 0);

    public static KillableRequest ToWork(SlowRequest piece, long result, string memory, int offset) => new(piece, result, memory, offset);
}

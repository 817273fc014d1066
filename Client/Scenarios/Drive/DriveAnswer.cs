namespace Interleave.Client.Scenarios.Drive;

/// <summary>What came of the calls.</summary>
/// <param name="Answered">How many calls were answered.</param>
/// <param name="Grains">How many grains answered at least one.</param>
internal sealed record DriveAnswer(long Answered, int Grains);

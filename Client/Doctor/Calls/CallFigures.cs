namespace Interleave.Client.Doctor.Calls;

/// <summary>How fast something was done, and what one of it took of memory; medians over the trials.</summary>
/// <param name="PerSecond">How many were done in a second.</param>
/// <param name="Bytes">Memory for one; null where it was not measured.</param>
internal sealed record CallFigures(double PerSecond, double? Bytes);

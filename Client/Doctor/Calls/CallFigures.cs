namespace Interleave.Client.Doctor.Calls;

/// <summary>How fast something was done, and what one of it took; medians over the trials.</summary>
/// <param name="PerSecond">How many were done in a second.</param>
/// <param name="ProcessorNanoseconds">The time of processors that one took, in all processes that took part.</param>
/// <param name="Bytes">Memory for one.</param>
internal sealed record CallFigures(double PerSecond, double ProcessorNanoseconds, double Bytes);

namespace Interleave.Client.Measuring.Machine;

/// <summary>How much the machine disturbed a round.</summary>
/// <param name="Slowdown">How much longer than at its fastest the fixed kernel took, 0.05 meaning five percent.</param>
internal readonly record struct RoundNoise(double Slowdown, bool Disturbed);

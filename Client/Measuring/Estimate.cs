namespace Interleave.Client.Measuring;

/// <summary>The median of a figure over rounds, and the interval in which it lies.</summary>
/// <param name="Rounds">How many values it rests on.</param>
internal readonly record struct Estimate(double Median, double Low, double High, int Rounds);

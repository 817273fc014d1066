namespace Interleave.Client.Measuring.Statistics;

/// <summary>The median of a figure over rounds, and the interval in which it lies.</summary>
internal readonly record struct Estimate(double Median, double Low, double High);

namespace Interleave.Grains.OwnWork;

/// <summary>Reads, changes and writes the count of a key, with exclusive access to that key.</summary>
/// <param name="Keys">How many keys there are.</param>
/// <param name="Skew">The exponent of Zipf's law by which keys are drawn: 0 draws all alike, 1 the first twice as often as the second.</param>
/// <param name="Work">How long a core computes between reading and writing.</param>
[GenerateSerializer, Immutable]
public sealed record StateStep(int Number, int Keys, double Skew, TimeSpan Work) : WorkStep;

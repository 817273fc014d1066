namespace Interleave.Client.Judging.Placebos;

/// <summary>What verdicts on one metric of one scenario said of models against their twins.</summary>
/// <param name="Wrong">How many told a model from a twin that did the same.</param>
/// <param name="Contrasts">Of how many.</param>
/// <param name="Planted">For each planted factor, in how many contrasts the metric had to grow by it, and in how many that was found.</param>
internal sealed record PlaceboRow(string Scenario, string Metric, int Wrong, int Contrasts, IReadOnlyDictionary<double, (int Found, int Of)> Planted)
{
    public (int Found, int Of) At(double factor) => Planted.GetValueOrDefault(factor);
}

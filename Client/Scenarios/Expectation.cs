namespace Interleave.Client.Scenarios;

/// <summary>What a right answer must hold up to: a fast wrong model must lose.</summary>
internal sealed record Expectation(string Name, double Expected, double Observed, bool Ok)
{
    public static Expectation Equal(string name, double expected, double observed) => new(name, expected, observed, expected == observed);
}

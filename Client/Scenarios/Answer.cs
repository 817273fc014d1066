namespace Interleave.Client.Scenarios;

/// <summary>Something that a trial found out beside what was known before: a fast wrong model must lose.</summary>
internal sealed record Answer(string Name, double Expected, double Observed, bool Ok)
{
    public static Answer Equal(string name, double expected, double observed) => new(name, expected, observed, expected == observed);
}

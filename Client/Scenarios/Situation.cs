using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Scenarios;

/// <summary>What somebody who must choose a model has to do, and the figure that answers it: a run ends with a line for each.</summary>
/// <param name="Name">As the line begins: <c>waiting</c>, <c>computing</c>.</param>
/// <param name="Variant">How the variant's name begins; the rest may tell its parameters.</param>
/// <param name="Decides">The metric by which the models are chosen.</param>
internal sealed record Situation(string Name, string Variant, Metric Decides)
{
    /// <summary>The difference that is nobody's reason to choose, however sure it is, by the parameters of the trials; in the metric's unit.</summary>
    public Func<IReadOnlyDictionary<string, double>, double> Trifle { get; init; } = _ => 0;
}

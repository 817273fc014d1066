namespace Interleave.Client.Workloads;

/// <summary>A figure that must not exceed a limit.</summary>
/// <param name="Name">As files call it: <c>p99</c>, <c>errors</c>.</param>
/// <param name="Metric">The metric of a trial.</param>
/// <param name="Unit">That of the metric.</param>
internal sealed record GoalPart(string Name, string Metric, string Unit, double Limit)
{
    /// <summary>A figure that is not known is not within its limit.</summary>
    public bool Holds(IReadOnlyDictionary<string, double> figures) => figures.TryGetValue(Metric, out var figure) && figure <= Limit;
}

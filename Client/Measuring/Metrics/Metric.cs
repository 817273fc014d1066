using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>A figure that a trial yields.</summary>
/// <param name="Name">Lower-case words with hyphens, as in <c>run.json</c>.</param>
/// <param name="Unit">UCUM-style: <c>s</c>, <c>By</c>, <c>{op}/s</c>, <c>1</c>.</param>
internal sealed record Metric(string Name, string Unit, Better Better, string Description)
{
    /// <summary>How the sentence beside a contrast speaks of it; by its name where nothing is set.</summary>
    public Wording? Wording { get; init; }

    public Measurement Of(double value) => new(this, value);
}

using Interleave.Client.Records;
namespace Interleave.Client.Reporting.Plots;

/// <summary>What an axis shows; without ticks of its own it takes fitting ones.</summary>
internal sealed record LineAxis(string Title, string Unit)
{
    /// <summary>Whether it shows time: evenly, however wide the range.</summary>
    public bool IsTime { get; init; }

    /// <summary>Places named in place of figures, such as percentiles on their own scale.</summary>
    public IReadOnlyList<(double At, string Label)>? Named { get; init; }

    /// <summary>Whether a place has words of its own: between two named ones it has none.</summary>
    public bool Tells(double value) => Named is null || Named.Any(name => Math.Abs(name.At - value) < 1e-9);

    public string Words(double value) =>
        Named is null ? Quantity.Format(value, Unit) : Named.OrderBy(name => Math.Abs(name.At - value)).First().Label;
}

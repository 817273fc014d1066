namespace Interleave.Client.Reporting.Plots;

/// <summary>One model's figure with its interval; without a figure, the reason.</summary>
internal sealed record Bar(string Model, double? Median, double Low, double High, string? Missing)
{
    public static Bar Without(string model, string reason) => new(model, null, 0, 0, reason);
}

namespace Interleave.Client.Reporting.Overview;

/// <summary>A column of figures.</summary>
/// <param name="Label">What tells the variant from the one that it is contrasted with; null for that one.</param>
internal sealed record VariantColumn(string Model, string Variant, string? Label);

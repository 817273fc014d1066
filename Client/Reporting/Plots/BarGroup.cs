namespace Interleave.Client.Reporting.Plots;

/// <summary>Bars under one heading: the models of one variant.</summary>
internal sealed record BarGroup(string Name, IReadOnlyList<Bar> Bars);

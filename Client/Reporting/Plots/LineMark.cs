namespace Interleave.Client.Reporting.Plots;

/// <summary>A place on the axis that deserves its name, such as a break-even.</summary>
internal sealed record LineMark(double X, string Label);

namespace Interleave.Client.Reporting.Plots;

/// <summary>What a picture is called, and what it shows in words for those who do not see it.</summary>
/// <param name="Id">Unique in its page.</param>
internal sealed record PlotText(string Id, string Title, string Description);

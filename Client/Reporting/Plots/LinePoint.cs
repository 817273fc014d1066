namespace Interleave.Client.Reporting.Plots;

/// <summary>A figure at a place on the axis, with its interval where there is one.</summary>
internal sealed record LinePoint(double X, double Y, double? Low = null, double? High = null)
{
    /// <summary>Whether there was no figure between the point before and this one: no line joins them.</summary>
    public bool FollowsGap { get; init; }
}

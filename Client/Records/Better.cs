namespace Interleave.Client.Records;

/// <summary>Which direction of a metric is the good one.</summary>
internal enum Better
{
    Higher,
    Lower,

    /// <summary>A figure that explains, and decides nothing.</summary>
    Neither,
}

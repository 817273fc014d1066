namespace Interleave.Client.Chaos;

/// <summary>What the caller knows of one call.</summary>
internal enum CallOutcome
{
    Answered,

    /// <summary>The runtime gave the call back before it reached the grain: nothing was done.</summary>
    Refused,

    /// <summary>It timed out, its silo died, or the grain failed: it may have been carried out, or may still be.</summary>
    Unknown,
}

namespace Interleave.Client.Measuring.Statistics;

/// <summary>How a warm-up stands.</summary>
internal enum WarmUp
{
    /// <summary>The figures still move.</summary>
    GoesOn,

    /// <summary>The last figures agree.</summary>
    Steady,

    /// <summary>As many as are allowed were taken, and they do not agree.</summary>
    NeverSteady,
}

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>How the caller of a unit learns that it failed.</summary>
internal enum Telling
{
    /// <summary>The caller fell with the unit: only who started their process sees how it ended.</summary>
    CallerFellToo,

    /// <summary>The error that was thrown, by its type and its words.</summary>
    SameError,

    /// <summary>The call ended with another error, which says that nobody answers any more.</summary>
    OtherError,
}

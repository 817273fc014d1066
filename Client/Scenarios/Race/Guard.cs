namespace Interleave.Client.Scenarios.Race;

/// <summary>What keeps two units from changing the shared state at once.</summary>
internal enum Guard
{
    /// <summary>Nothing but the model itself.</summary>
    None,

    /// <summary>A lock around each step.</summary>
    Lock,

    /// <summary>Each single change is an atomic instruction.</summary>
    Atomic,

    /// <summary>A semaphore of one around each step; of a name that processes share, between them.</summary>
    Semaphore,

    /// <summary>A grain that finishes one call before it begins the next.</summary>
    Turn,
}

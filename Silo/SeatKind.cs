namespace Interleave.Silo;

/// <summary>What a process does in a cluster's folder.</summary>
internal enum SeatKind
{
    /// <summary>It is one of the silos.</summary>
    Silo,

    /// <summary>It starts silos, and keeps the folder in use meanwhile.</summary>
    Starter,
}

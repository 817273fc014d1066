namespace Interleave.Silo;

/// <summary>How silos find each other.</summary>
internal enum ClusteringKind
{
    /// <summary>In a folder of this machine.</summary>
    Localhost,

    /// <summary>In a database, from any machine that reaches it.</summary>
    Postgres,
}

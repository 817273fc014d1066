using Interleave.Silo;

namespace Interleave.Client.Chaos;

/// <summary>What is to be done to a cluster, and under which load.</summary>
/// <param name="Rate">Transfers that arrive in a second.</param>
/// <param name="Seconds">How long each fault is watched.</param>
/// <param name="Rounds">How often the list of faults is gone through.</param>
/// <param name="Faults">The names of the faults, in their order.</param>
/// <param name="Seed">Of the transfers, and of which silo is struck.</param>
internal sealed record ChaosPlan(int Silos, int Rate, int Seconds, int Rounds, IReadOnlyList<string> Faults, int Seed)
{
    /// <summary>How silos find each other, which is where grains keep their state, too.</summary>
    public ClusteringKind Clustering { get; init; }

    /// <summary>How long the database is cut off.</summary>
    public int CutSeconds { get; init; } = 30;

    /// <summary>Grains, over all silos.</summary>
    public int Books { get; init; } = 96;

    public int AccountsOfBook { get; init; } = 8;

    /// <summary>Of each account when the ledger is opened.</summary>
    public long OpeningBalance { get; init; } = 1_000;
}

using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

/// <summary>Something that happens to a cluster under load.</summary>
internal interface IFault
{
    /// <summary>As the command line has it.</summary>
    string Name { get; }

    /// <summary>One sentence for help and report.</summary>
    string Description { get; }

    /// <summary>Whether it strikes only clusters whose silos find each other in a database.</summary>
    bool NeedsDatabase => false;

    /// <summary>How long it lasts, where that is to be added to the time in which it is watched.</summary>
    TimeSpan Length => TimeSpan.Zero;

    /// <summary>Strikes, and returns when that is done.</summary>
    /// <param name="victim">The silo that is meant, where one is.</param>
    /// <returns>What was done.</returns>
    Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation);

    /// <summary>Brings the cluster back to the silos that it had before.</summary>
    Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation);
}

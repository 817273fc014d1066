using Interleave.Client.GrainRuntimes;

namespace Interleave.Client.Clusters;

/// <summary>A cluster to run grains on; disposing ends what was started for it, and nothing else.</summary>
internal interface ICluster : IAsyncDisposable
{
    ClusterAddress Address { get; }

    IReadOnlyList<ClusterSilo> Silos { get; }

    /// <summary>A line for each silo that ended although nobody told it to; empty where that cannot be known.</summary>
    IReadOnlyList<string> Losses => [];
}

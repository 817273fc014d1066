using Interleave.Silo;
using Interleave.Silo.Database;

namespace Interleave.Client.Clusters;

/// <summary>How to start a cluster on this machine.</summary>
internal sealed record LocalClusterOptions
{
    public int Silos { get; init; } = 2;

    /// <summary>Silos of clusters by other names are never mistaken for this one's.</summary>
    public string ClusterId { get; init; } = $"run-{Guid.NewGuid():N}";

    /// <summary>The program that hosts the grains.</summary>
    public string SiloProgram { get; init; } = Path.Combine(AppContext.BaseDirectory, "Interleave.Silo.dll");

    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one silo may take until it has joined.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the silos outlive the process that started them.</summary>
    public bool Detached { get; init; }

    /// <summary>Where silos find each other and grains keep their state; null for a folder of this machine.</summary>
    public PostgresConnection? Database { get; init; }

    /// <summary>The way to the database, where it is to be cut; null where the way is direct.</summary>
    public DatabaseLink? DatabaseLink { get; init; }

    /// <summary>Where silos place grains; null where that is left to them.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Variables of the environment that the silos get beside this process's own.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}

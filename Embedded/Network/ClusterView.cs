using System.Collections.Immutable;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Network;

/// <summary>The cluster as one process sees it at one moment: whom it can reach, and which grain is whose.</summary>
internal sealed class ClusterView
{
    private readonly Ring _ring;

    public ClusterView(SiloAddress? self, ImmutableDictionary<SiloAddress, CallConnection> peers)
    {
        Self = self;
        Peers = peers;
        _ring = new Ring(self is null ? [.. peers.Keys] : [self, .. peers.Keys]);
    }

    /// <summary>This process's own silo; none for a client, or for a silo that is leaving.</summary>
    public SiloAddress? Self { get; }

    public ImmutableDictionary<SiloAddress, CallConnection> Peers { get; }

    public IReadOnlyCollection<SiloAddress> Silos => _ring.Silos;

    /// <summary>The silo that a grain is on, or is to be on.</summary>
    public SiloAddress OwnerOf(GrainClass grainClass, GrainId grain)
    {
        if (Silos.Count == 0)
        {
            throw new SiloUnavailableException("No silo of the cluster can be reached.");
        }

        if (grainClass.IsOnEverySilo)
        {
            return Silos.FirstOrDefault(silo => silo.ToString() == grain.Key) ?? throw new SiloUnavailableException($"No silo {grain.Key} can be reached.");
        }

        return Self is not null && grainClass.MostLocalWorkers is not null ? Self : _ring.OwnerOf(grain);
    }
}

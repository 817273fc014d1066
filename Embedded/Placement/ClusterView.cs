using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Placement;

/// <summary>The cluster by one version of its table: which silos there are, and which grain is whose.</summary>
internal sealed class ClusterView
{
    private readonly Ring _ring;

    /// <param name="version">Of the table of members.</param>
    /// <param name="members">All silos, those that leave included.</param>
    /// <param name="owners">Those among which the grains are divided.</param>
    public ClusterView(long version, IReadOnlyList<SiloAddress> members, IReadOnlyList<SiloAddress> owners)
    {
        Version = version;
        Members = members;
        _ring = new Ring(owners);
    }

    public static ClusterView Empty { get; } = new(0, [], []);

    public long Version { get; }

    public IReadOnlyList<SiloAddress> Members { get; }

    public IReadOnlyCollection<SiloAddress> Owners => _ring.Silos;

    /// <summary>The silo that a grain is to be on; null where no silo takes it.</summary>
    public SiloAddress? OwnerOf(GrainClass grainClass, GrainId grain) =>
        grainClass.IsOnEverySilo ? Members.FirstOrDefault(silo => silo.ToString() == grain.Key) : OwnerOf(grain);

    /// <summary>The same for a grain that is not tied to a silo.</summary>
    public SiloAddress? OwnerOf(GrainId grain) => Owners.Count == 0 ? null : _ring.OwnerOf(grain);
}

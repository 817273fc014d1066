using Interleave.Embedded.Network;

namespace Interleave.Embedded.Membership;

/// <summary>The silos of a cluster at one moment; each change has a version of its own, and all silos see them in this order.</summary>
internal sealed record MemberTable(long Version, IReadOnlyList<ClusterMember> Members)
{
    public static MemberTable Empty { get; } = new(0, []);

    /// <summary>Where clients find the silos that take calls.</summary>
    public Gateways ToGateways() => new(Version, [.. Members.Where(member => !member.IsLeaving).Select(member => new Gateway(member.Silo, member.Gateway))]);

    public ClusterMember? Find(SiloAddress silo) => Members.FirstOrDefault(member => member.Silo == silo);

    public bool HasSameMembers(IReadOnlyList<ClusterMember> members) => Members.SequenceEqual(members);
}

using System.Net;

namespace Interleave.Embedded.Membership;

/// <summary>A silo of the cluster, where clients reach it, and the process that it lives in.</summary>
/// <param name="Protocol">The version of the frames that it speaks.</param>
/// <param name="IsLeaving">It takes no more grains, and ends those that it has.</param>
internal sealed record ClusterMember(SiloAddress Silo, IPEndPoint Gateway, int ProcessId, int Protocol, bool IsLeaving = false)
{
    /// <summary>The silo's file in the folder of its cluster.</summary>
    public string Seat => SiloSeat.NameOf(Silo, ProcessId);
}

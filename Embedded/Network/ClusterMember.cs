using System.Net;

namespace Interleave.Embedded.Network;

/// <summary>A silo of the cluster, and where clients reach it.</summary>
[GenerateSerializer]
internal sealed record ClusterMember(SiloAddress Silo, IPEndPoint Gateway);

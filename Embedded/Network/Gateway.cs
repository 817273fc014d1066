using System.Net;

namespace Interleave.Embedded.Network;

/// <summary>A silo, and where clients reach it.</summary>
[GenerateSerializer, Immutable]
internal sealed record Gateway(SiloAddress Silo, IPEndPoint EndPoint);

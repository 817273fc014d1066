using System.Net;

namespace Interleave.Embedded;

/// <summary>Where a silo is, and which of its lives: a silo that is started anew is another one.</summary>
[GenerateSerializer, Immutable]
public sealed record SiloAddress([property: Id(0)] IPEndPoint Endpoint, [property: Id(1)] int Generation)
{
    public override string ToString() => $"{Endpoint}@{Generation}";
}

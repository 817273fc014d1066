using System.Globalization;
using System.Net;

namespace Interleave.Embedded;

/// <summary>Where a silo is, and which of its lives: a silo that is started again is another one.</summary>
[Immutable]
public sealed record SiloAddress(IPEndPoint Endpoint, int Generation)
{
    public override string ToString() => $"{Endpoint}@{Generation}";

    /// <summary>Silos that follow each other at one address are told apart, even within a second.</summary>
    internal static SiloAddress OfNewSilo(IPEndPoint endpoint, TimeProvider time) =>
        new(endpoint, (int)(time.GetUtcNow().ToUnixTimeMilliseconds() / 10 % int.MaxValue));

    internal static SiloAddress Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return new SiloAddress(IPEndPoint.Parse(text[..at]), int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }
}

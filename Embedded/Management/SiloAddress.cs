using System.Globalization;
using System.Net;

namespace Interleave.Embedded;

/// <summary>Where a silo is, and which of its lives: a silo that is started again is another one.</summary>
[Immutable]
public sealed record SiloAddress(IPEndPoint Endpoint, int Generation)
{
    public override string ToString() => $"{Endpoint}@{Generation}";

    internal static SiloAddress Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return new SiloAddress(IPEndPoint.Parse(text[..at]), int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }
}

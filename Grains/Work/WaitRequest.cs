using System.Globalization;

namespace Interleave.Grains.Work;

/// <summary>Asks the I/O server to answer after <paramref name="Delay"/> with <paramref name="Bytes"/> bytes.</summary>
[GenerateSerializer, Immutable]
public sealed record WaitRequest(Uri Server, TimeSpan Delay, int Bytes) : IoRequest
{
    public Uri Address => new(Server, string.Create(CultureInfo.InvariantCulture, $"?delay={Delay.TotalMilliseconds}ms&bytes={Bytes}"));
}

namespace Interleave.Grains.Work;

/// <summary>Waits for a slow server; the result is the number of bytes that it sent.</summary>
[GenerateSerializer, Immutable]
public sealed record SlowWait(WaitRequest Request) : SlowWork
{
    public override long Do(WaitClient http, CancellationToken cancellation) => http.Get(Request, cancellation).Bytes;

    public override async Task<long> DoAsync(WaitClient http, CancellationToken cancellation) => (await http.GetAsync(Request, cancellation)).Bytes;
}

using Interleave.Grains.Work;

namespace Interleave.Grains.Io;

/// <summary>Waits for the I/O server; its silo's thread is free meanwhile.</summary>
internal sealed class WaitingGrain(WaitClient http) : Grain, IWaitingGrain
{
    public Task<WaitReply> Get(WaitRequest request, CancellationToken cancellation) => http.GetAsync(request, cancellation);
}

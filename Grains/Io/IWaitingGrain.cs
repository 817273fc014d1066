using Interleave.Grains.Work;

namespace Interleave.Grains.Io;

public interface IWaitingGrain : IGrainWithIntegerKey
{
    Task<WaitReply> Get(WaitRequest request, CancellationToken cancellation);
}

using Interleave.Grains.Work;

namespace Interleave.Grains.Io;

public interface IWaitingGrain : IGrainWithIntegerKey
{
    Task<WaitReply> Get(IoRequest request, CancellationToken cancellation);
}

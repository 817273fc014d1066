using Interleave.Grains.Work;

namespace Interleave.Grains.Mixed;

public interface IRequestGrain : IGrainWithIntegerKey
{
    Task<MixedReply> Serve(MixedRequest request, CancellationToken cancellation);
}

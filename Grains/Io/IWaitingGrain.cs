using Interleave.Grains.Work;

namespace Interleave.Grains.Io;

public interface IWaitingGrain : IGrainWithIntegerKey
{
    Task<WaitReply> Get(IoRequest request, CancellationToken cancellation);

    /// <summary>Makes the file that is to be read where this grain does not find it.</summary>
    /// <returns>Whether it had to be made: this grain is on another machine, or in another container.</returns>
    Task<bool> Make(NumberedFile file);

    Task Remove(NumberedFile file);
}

using Interleave.Grains.Work;

namespace Interleave.Grains.Io;

/// <summary>Waits for what it is asked to; its silo's thread is free meanwhile.</summary>
internal sealed class WaitingGrain(IoClient io) : Grain, IWaitingGrain
{
    public Task<WaitReply> Get(IoRequest request, CancellationToken cancellation) => io.DoAsync(request, cancellation);

    public Task<bool> Make(NumberedFile file) => Task.FromResult(file.MakeWhereMissing());

    public Task Remove(NumberedFile file)
    {
        file.Remove();
        return Task.CompletedTask;
    }
}

using Interleave.Grains.Location;

namespace Interleave.Grains.Ipc;

/// <inheritdoc cref="IMessageGrain"/>
internal sealed class MessageGrain : Grain, IMessageGrain
{
    private readonly MessageTally _tally = new();

    public Task Send(long receiver, MessageBatch batch)
    {
        var partner = GrainFactory.GetGrain<IMessageGrain>(receiver);
        var next = batch.First;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(batch.UnderWay, batch.Count)).Select(_ => SendAllAsync()));

        // All of these take turns on this grain, so that they can share a number; each fills its message again when the last one has come.
        async Task SendAllAsync()
        {
            var message = new Message(new byte[batch.Size]);
            while (next < batch.First + batch.Count)
            {
                MessageContent.Fill(message.Bytes, next++);
                await partner.Take(message);
            }
        }
    }

    public Task Take(Message message)
    {
        _tally.Take(message.Bytes);
        return Task.CompletedTask;
    }

    public Task<ReceivedMessages> Received() => Task.FromResult(_tally.Result);

    public Task<string> Silo() => ThisSilo.Name;
}

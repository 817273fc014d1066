using Interleave.Grains.Location;

namespace Interleave.Grains.Ipc;

/// <summary>Sends messages to another grain, each by a call, or checks those that come.</summary>
public interface IMessageGrain : ILocatedGrain
{
    Task Send(long receiver, MessageBatch batch);

    Task Take(Message message);

    /// <returns>What has come so far.</returns>
    Task<ReceivedMessages> Received();
}

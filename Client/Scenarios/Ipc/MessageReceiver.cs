using Interleave.Client.Models.Processes;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Receives messages in a process of its own.</summary>
internal sealed class MessageReceiver : IProcessWork<ReceiveRequest, ReceivedMessages>
{
    private IReceivingEnd? _end;

    public ReceivedMessages Do(ReceiveRequest request, CancellationToken cancellation)
    {
        if (request.Place is { } place)
        {
            _end?.Dispose();
            _end = MessageEnds.OpenReceiving(request.Form, place);
        }

        return MessageFlow.Receive(_end ?? throw new InvalidOperationException("No connection is open."), request.Count, cancellation);
    }
}

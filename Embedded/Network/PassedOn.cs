using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A request that this silo passed on to the grain's owner: the answer goes back as it comes.</summary>
internal sealed class PassedOn(CallConnection origin, long originId) : IAwaited
{
    public void Answered(ref WireReader reader) => origin.PassBack(FrameKind.Answer, originId, reader.Rest);

    public void Faulted(ref WireReader reader) => origin.PassBack(FrameKind.Fault, originId, reader.Rest);

    public void Lost(Exception fault) => origin.SendFault(originId, fault);
}

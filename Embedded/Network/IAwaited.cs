using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Waits for the answer to a request that was sent over a connection.</summary>
internal interface IAwaited
{
    void Answered(ref WireReader reader);

    void Faulted(ref WireReader reader);

    void Lost(Exception fault);
}

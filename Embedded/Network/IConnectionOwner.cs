using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A silo's or a client's network, as its connections see it.</summary>
internal interface IConnectionOwner
{
    CallRouter Router { get; }

    /// <summary>Somebody asks something of a grain.</summary>
    void OnRequest(CallConnection from, long id, ref WireReader reader);

    /// <summary>Any frame that is no part of a call.</summary>
    void OnControl(CallConnection from, FrameKind kind, ref WireReader reader);

    /// <summary>The other end is gone; comes before the calls that wait for its answers fail.</summary>
    void OnClosed(CallConnection connection, Exception? reason);
}

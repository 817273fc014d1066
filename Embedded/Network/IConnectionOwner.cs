using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A silo's or a client's network, as its connections see it.</summary>
internal interface IConnectionOwner
{
    /// <summary>Takes the requests that come.</summary>
    CallRouter Router { get; }

    /// <summary>Any frame that is no part of a call.</summary>
    /// <exception cref="InvalidDataException">The other end has no business to send it.</exception>
    void OnControl(CallConnection from, FrameKind kind, WireReader said);

    /// <summary>The other end is gone; comes before the calls that wait for its answers fail.</summary>
    void OnClosed(CallConnection connection, Exception? reason);
}

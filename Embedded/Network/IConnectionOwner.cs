using System.Text.Json;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Network;

/// <summary>A silo's or a client's network, as its connections see it.</summary>
internal interface IConnectionOwner
{
    /// <summary>Takes the requests that come.</summary>
    CallRouter Router { get; }

    /// <summary>Any frame that is no part of a call.</summary>
    void OnControl(CallConnection from, FrameKind kind, JsonElement said);

    /// <summary>The other end is gone; comes before the calls that wait for its answers fail.</summary>
    void OnClosed(CallConnection connection, Exception? reason);
}

using System.Text.Json;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Network;

/// <summary>A silo's or a client's network, as its connections see it.</summary>
internal interface IConnectionOwner
{
    /// <summary>The method that a request names; throws where nothing is asked of this process.</summary>
    GrainMethod Find(RequestHeader request);

    /// <summary>Somebody asks something of a grain.</summary>
    void OnRequest(Call call);

    /// <summary>Any frame that is no part of a call.</summary>
    void OnControl(CallConnection from, FrameKind kind, JsonElement said);

    /// <summary>The other end is gone; comes before the calls that wait for its answers fail.</summary>
    void OnClosed(CallConnection connection, Exception? reason);
}

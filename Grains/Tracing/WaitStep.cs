using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>Traced waiting: for a timer, a lock, an answer.</summary>
public static class WaitStep
{
    /// <returns>Null when nobody traces; else to be disposed of when the wait is over.</returns>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal)
    {
        var activity = TraceSources.Work.StartActivity(name, kind);
        activity?.SetTag(TraceNames.Step, TraceNames.Wait);
        return activity;
    }

    /// <summary>A request over a socket of our own; clients of <see cref="System.Net.Http"/> trace theirs by themselves.</summary>
    /// <remarks>Its <see cref="Activity.Id"/> is the value of the <c>traceparent</c> header to send.</remarks>
    public static Activity? StartHttpGet(Uri address)
    {
        var activity = Start("GET", ActivityKind.Client);
        activity?.SetTag("http.request.method", "GET")
            .SetTag("url.full", address.ToString())
            .SetTag("server.address", address.Host)
            .SetTag("server.port", address.Port);
        return activity;
    }
}

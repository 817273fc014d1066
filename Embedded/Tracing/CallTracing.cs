using System.Diagnostics;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Tracing;

/// <summary>The spans of a call: the caller's from end to end, the wait in the mailbox, and the turns in the grain.</summary>
internal static class CallTracing
{
    private static readonly ActivitySource Source = new("Interleave.Embedded", typeof(CallTracing).Assembly.GetName().Version?.ToString());

    public static bool IsListenedTo => Source.HasListeners();

    public static Activity? StartCall(Call call)
    {
        var span = Describe(Source.StartActivity(call.Method.ToString(), ActivityKind.Client), call);
        call.Trace = PropagatedTrace.Of(Activity.Current);
        return span;
    }

    /// <summary>The wait in the mailbox begins, if anybody wants to know.</summary>
    public static void Arrived(Call call, TimeProvider time)
    {
        if (call.Trace is not null && Source.HasListeners())
        {
            call.Arrived = time.GetUtcNow();
        }
    }

    /// <summary>Records the wait in the mailbox, which ends now, and starts the span of the grain's work.</summary>
    public static Activity? StartTurn(Call call, Silo silo)
    {
        if (call.Trace is not { } trace)
        {
            return null;
        }

        var now = silo.TimeProvider.GetUtcNow();
        if (call.Arrived != default)
        {
            var wait = trace.Start(Source, "mailbox", ActivityKind.Internal, call.Arrived);
            wait?.SetEndTime(now.UtcDateTime);
            wait?.Stop();
        }

        // Also where nobody listens to this source, what the grain records must find its parent.
        var span = trace.Start(Source, call.Method.ToString(), ActivityKind.Server, now) ?? trace.StartUnheard(call.Method.ToString());
        Describe(span, call)?.SetTag("interleave.silo", silo.Address.ToString());
        return span;
    }

    public static void Fail(Activity? span, Exception fault)
    {
        span?.SetStatus(ActivityStatusCode.Error, fault.Message);
        span?.SetTag("error.type", fault.GetType().FullName);
    }

    private static Activity? Describe(Activity? span, Call call) => span is not { IsAllDataRequested: true }
        ? span
        : span
            .SetTag("rpc.system", "interleave")
            .SetTag("rpc.service", call.Method.Interface.FullName)
            .SetTag("rpc.method", call.Method.Name)
            .SetTag("interleave.grain", call.Target.ToString());
}

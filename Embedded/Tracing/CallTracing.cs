using System.Diagnostics;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Tracing;

/// <summary>The spans of a call: the caller's from end to end, the wait in the mailbox, and the turns in the grain.</summary>
internal static class CallTracing
{
    private static readonly ActivitySource Source = new("Interleave.Embedded", typeof(CallTracing).Assembly.GetName().Version?.ToString());

    public static bool IsOn => Source.HasListeners();

    public static Activity? StartCall(Call call)
    {
        var span = Source.StartActivity(call.Method.SpanName, ActivityKind.Client);
        Describe(span, call);
        call.TraceParent = span?.Context ?? call.TraceParent;
        return span;
    }

    /// <summary>Records the wait in the mailbox, which ends now, and starts the span of the grain's work.</summary>
    public static Activity? StartTurn(Call call, Silo silo)
    {
        var now = silo.TimeProvider.GetUtcNow();
        if (call.Arrived != default)
        {
            var wait = Source.StartActivity("mailbox", ActivityKind.Internal, call.TraceParent, startTime: call.Arrived);
            wait?.SetEndTime(now.UtcDateTime);
            wait?.Stop();
        }

        // Also where nobody listens to this source, what the grain records must find its parent.
        var span = Source.StartActivity(call.Method.SpanName, ActivityKind.Server, call.TraceParent, startTime: now) ?? Unrecorded(call);
        Describe(span, call);
        span?.SetTag("interleave.silo", silo.Address.ToString());
        return span;
    }

    public static void Stop(Activity? span, Exception? fault)
    {
        if (span is null)
        {
            return;
        }

        if (fault is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, fault.Message);
            span.SetTag("error.type", fault.GetType().FullName);
        }

        // Stopping would make the span's parent current here, though this may be anybody's turn or callback.
        var current = Activity.Current;
        span.Stop();
        Activity.Current = current == span ? span.Parent : current;
    }

    private static Activity Unrecorded(Call call) => new Activity(call.Method.SpanName)
        .SetParentId(call.TraceParent.TraceId, call.TraceParent.SpanId, call.TraceParent.TraceFlags)
        .Start();

    private static void Describe(Activity? span, Call call)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("rpc.system", "interleave");
            span.SetTag("rpc.service", call.Method.Interface.FullName);
            span.SetTag("rpc.method", call.Method.Info.Name);
            span.SetTag("interleave.grain", call.Target.ToString());
        }
    }
}

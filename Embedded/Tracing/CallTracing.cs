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
        call.TraceParent = span?.Context ?? Activity.Current?.Context ?? default;
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

        var span = Source.StartActivity(call.Method.SpanName, ActivityKind.Server, call.TraceParent, startTime: now);
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

        span.Stop();
    }

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

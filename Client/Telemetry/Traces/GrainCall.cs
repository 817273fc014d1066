using System.Diagnostics;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>One grain call, with the time on the wire, in the mailbox and in the grain told apart.</summary>
/// <param name="Wire">Both ways; together with the mailbox where the runtime does not tell the mailbox.</param>
/// <param name="Mailbox">Null where it was not measured: Orleans does not say when a call arrives.</param>
internal sealed record GrainCall(Span Call, TimeSpan Wire, TimeSpan? Mailbox, TimeSpan Grain)
{
    public static bool IsMailbox(Span span) => span is { Source: "Interleave.Embedded", Kind: ActivityKind.Internal, Name: "mailbox" };

    public static bool IsTurn(Span span) => span.Kind == ActivityKind.Server && IsOfGrainRuntime(span);

    /// <summary>Every answered call of a trace.</summary>
    public static IReadOnlyList<GrainCall> In(Trace trace)
    {
        var children = trace.Spans.ToLookup(span => span.ParentId);
        return
        [
            .. from call in trace.Spans
               where call.Kind == ActivityKind.Client && IsOfGrainRuntime(call)
               let turn = children[call.SpanId].FirstOrDefault(IsTurn)
               where turn is not null
               let mailbox = children[call.SpanId].FirstOrDefault(IsMailbox)?.Duration
               select new GrainCall(call, call.Duration - turn.Duration - (mailbox ?? TimeSpan.Zero), mailbox, turn.Duration),
        ];
    }

    private static bool IsOfGrainRuntime(Span span) =>
        span.Source == "Interleave.Embedded" || span.Source.StartsWith("Microsoft.Orleans", StringComparison.Ordinal);
}

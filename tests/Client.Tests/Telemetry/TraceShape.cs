using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>What holds of every trace, whole or thinned.</summary>
internal static class TraceShape
{
    /// <summary>Every span but the trial's own has its parent in the trace.</summary>
    public static void AssertConnected(Trace trace) =>
        Assert.Subset(trace.Spans.Select(span => span.SpanId).ToHashSet(), trace.Spans.Select(span => span.ParentId).OfType<string>().ToHashSet());
}

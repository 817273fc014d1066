using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>What holds of every trace, whole or thinned.</summary>
internal static class TraceShape
{
    /// <summary>Every span but the trial's own has its parent in the trace.</summary>
    public static void AssertConnected(Trace trace) =>
        Assert.Subset(trace.Spans.Select(span => span.SpanId).ToHashSet(), trace.Spans.Select(span => span.ParentId).OfType<string>().ToHashSet());

    /// <summary>No span begins before its parent or ends after it.</summary>
    public static void AssertNested(Trace trace)
    {
        var spans = trace.Spans.ToDictionary(span => span.SpanId);
        Assert.All(trace.Spans.Where(span => span.ParentId is not null), span =>
        {
            var parent = spans[span.ParentId!]; // Not null: just filtered.
            Assert.True(
                span.Start >= parent.Start && span.End <= parent.End,
                $"{parent.Name} ({parent.Start} to {parent.End}) does not hold {span.Name} ({span.Start} to {span.End})");
        });
    }
}

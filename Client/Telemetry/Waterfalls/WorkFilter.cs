using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Telemetry.Waterfalls;

/// <summary>Which traces, and which pieces of work in them, to show.</summary>
internal sealed record WorkFilter
{
    public IReadOnlyCollection<string> Scenarios { get; init; } = [];

    public IReadOnlyCollection<string> Models { get; init; } = [];

    /// <summary>True for failed work alone, false for the rest alone.</summary>
    public bool? Failed { get; init; }

    public TimeSpan MinimumDuration { get; init; }

    public bool Takes(Trace trace) =>
        (Scenarios.Count == 0 || Scenarios.Contains(trace.Scenario)) && (Models.Count == 0 || Models.Contains(trace.Model));

    public bool Takes(TracedWork work) => (Failed is null || work.Failed == Failed) && work.Span.Duration >= MinimumDuration;
}

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>A stretch of time in which one unit was in one state.</summary>
/// <param name="Start">Since the trial began.</param>
/// <param name="End">Since the trial began.</param>
internal sealed record Slice(SliceState State, TimeSpan Start, TimeSpan End, string Unit, string Name, string SpanId)
{
    public TimeSpan Duration => End - Start;
}

using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>What a supervisor saw.</summary>
/// <param name="Result">The slow work's result.</param>
/// <param name="StopLatency">From telling the spinner to stop until it had.</param>
/// <param name="RanWhenCreated">Whether a unit that was created, and then left alone, ran.</param>
internal sealed record SpinnerAnswer(long Result, Frames Frames, TimeSpan StopLatency, bool RanWhenCreated);

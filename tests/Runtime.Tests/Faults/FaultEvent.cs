namespace Runtime.Tests.Faults;

/// <summary>One thing that happens to the silo in a place, some time after the one before.</summary>
internal sealed record FaultEvent(TimeSpan After, FaultKind Kind, int Place);

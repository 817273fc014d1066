namespace Interleave.Client.Telemetry.Timelines;

/// <summary>A moment worth a mark on a timeline.</summary>
internal enum MarkKind
{
    Start,
    Frame,
    Cancel,
    Crash,
    Reactivation,
}

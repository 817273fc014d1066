namespace Interleave.Client.Telemetry.Timelines;

/// <summary>What a lane follows.</summary>
internal enum LaneKind
{
    /// <summary>One unit, wherever it is carried.</summary>
    Unit,

    /// <summary>One operating-system thread, whichever units it carries.</summary>
    Thread,
}

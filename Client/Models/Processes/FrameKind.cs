using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>What a message between a pool and its processes is.</summary>
internal enum FrameKind : byte
{
    Request,
    Reply,

    /// <summary>Holds a <see cref="ProcessFailure"/>.</summary>
    Failure,

    /// <summary>The request was given up, as its caller had asked.</summary>
    Cancelled,

    /// <summary>Sent once by a process that is ready for requests.</summary>
    Ready,

    /// <summary>Asks for what the process has used, and answers with its <see cref="ProcessCounters"/>.</summary>
    Counters,
}

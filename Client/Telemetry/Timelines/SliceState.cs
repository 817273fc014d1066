namespace Interleave.Client.Telemetry.Timelines;

/// <summary>What a unit was doing.</summary>
internal enum SliceState
{
    /// <summary>It had a processor.</summary>
    Running,

    /// <summary>It had something to do and no processor or thread to do it on.</summary>
    Ready,

    /// <summary>It waited for an answer, a timer or the wire.</summary>
    Waiting,

    /// <summary>Its call lay in a grain's mailbox, behind other turns.</summary>
    InMailbox,
}

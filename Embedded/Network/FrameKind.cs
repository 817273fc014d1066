namespace Interleave.Embedded.Network;

/// <summary>The first byte of a frame.</summary>
internal enum FrameKind : byte
{
    /// <summary>From the end that was dialled, the first frame of all: who is there, and what to prove.</summary>
    Challenge,

    /// <summary>From the end that dialled: who it is, and the proof that it belongs here.</summary>
    Hello,

    /// <summary>The proof of the end that was dialled, and the cluster's gateways.</summary>
    Welcome,

    /// <summary>Why not.</summary>
    Refusal,

    /// <summary>To clients: the cluster's gateways have changed.</summary>
    Members,

    /// <summary>Between silos: what the sender still has of the receiver's grains.</summary>
    Hosted,

    /// <summary>Between silos: one of the receiver's grains is no more with the sender.</summary>
    Gone,
    Request,
    Answer,
    Fault,
    Cancel,
}

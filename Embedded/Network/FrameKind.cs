namespace Interleave.Embedded.Network;

/// <summary>The first byte of a frame.</summary>
internal enum FrameKind : byte
{
    /// <summary>Who dials, the first frame that way.</summary>
    Hello,

    /// <summary>Who is there, the first frame back.</summary>
    Welcome,

    /// <summary>Why not.</summary>
    Refusal,

    /// <summary>To clients: who is there now.</summary>
    Members,

    /// <summary>The sender takes no more requests; answers still come.</summary>
    Leaving,
    Request,
    Answer,
    Fault,
    Cancel,
}

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>The end of a connection at which messages are put in; for one thread.</summary>
internal interface ISendingEnd : IDisposable
{
    /// <summary>Tells another process, or another thread, where the other end is.</summary>
    string Place { get; }

    /// <summary>The other end is open.</summary>
    void Connected();

    /// <summary>Where the next message is to be written; blocks until there is room.</summary>
    Span<byte> Room(CancellationToken cancellation);

    /// <summary>Sends what was written there; may block until it was taken.</summary>
    void Send(CancellationToken cancellation);

    /// <summary>No more will come: a receiver that waits for it fails, or is cancelled where it waits for no stream.</summary>
    void Break();
}

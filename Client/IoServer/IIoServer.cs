namespace Interleave.Client.IoServer;

/// <summary>The I/O server as a run sees it.</summary>
internal interface IIoServer
{
    bool Lives { get; }

    /// <summary>Lets the spans of the traced trial that is over leave the server.</summary>
    Task KeepSpansAsync(CancellationToken cancellation);

    /// <summary>Forgets the spans of a warm-up.</summary>
    Task DropSpansAsync(CancellationToken cancellation);
}

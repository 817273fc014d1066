namespace Interleave.Client.Scenarios.Ipc;

/// <summary>The end of a connection at which messages come out; for one thread.</summary>
internal interface IReceivingEnd : IDisposable
{
    /// <summary>Blocks until a whole message has come; it stays readable until the next one is asked for.</summary>
    ReadOnlySpan<byte> Receive(CancellationToken cancellation);
}

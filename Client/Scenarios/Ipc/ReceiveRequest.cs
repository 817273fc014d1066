namespace Interleave.Client.Scenarios.Ipc;

/// <summary>What the process that receives is asked for.</summary>
/// <param name="Place">Where the sender is, for a connection that is to be opened; null for the one that is open.</param>
/// <param name="Count">How many messages to wait for.</param>
internal sealed record ReceiveRequest(MessageForm Form, string? Place, long Count);

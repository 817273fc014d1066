namespace Interleave.Client.Scenarios.Ipc;

/// <summary>What both ends of a connection must agree on.</summary>
/// <param name="Size">The bytes of each message.</param>
/// <param name="UnderWay">How many may be sent before the first has come; a pipe and a socket have bounds of their own.</param>
internal sealed record MessageForm(MessageWay Way, int Size, int UnderWay);

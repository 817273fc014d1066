using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>The reply that completed an operation.</summary>
internal sealed record Completion(long Operation, WaitReply Reply);

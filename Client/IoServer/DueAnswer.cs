namespace Interleave.Client.IoServer;

/// <summary>An answer that may be sent now: its place among all answers, and how much later than asked it comes.</summary>
internal sealed record DueAnswer(long Order, TimeSpan Lateness);

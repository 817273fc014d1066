namespace Interleave.Client.IoServer;

/// <summary>An answer that is sent now: its place among all answers, and how much later than asked it comes.</summary>
internal readonly record struct DueAnswer(long Order, TimeSpan Lateness);

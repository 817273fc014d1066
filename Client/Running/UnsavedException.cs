namespace Interleave.Client.Running;

/// <summary>The run's folder took no more: its disk is full, or it is gone. Nothing further is worth measuring.</summary>
internal sealed class UnsavedException(Exception inner) : IOException(inner.Message, inner);

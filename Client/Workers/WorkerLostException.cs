namespace Interleave.Client.Workers;

/// <summary>A worker ended, could not start, or hung and was ended; the message tells why.</summary>
internal sealed class WorkerLostException(string message, Exception? inner = null) : Exception(message, inner);

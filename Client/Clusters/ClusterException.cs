namespace Interleave.Client.Clusters;

/// <summary>A cluster could not be started or reached; the message tells the user why.</summary>
internal sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);

using System.Net;

namespace Interleave.Client.Clusters;

/// <summary>One silo as its cluster's starter knows it.</summary>
/// <param name="Number">Counted from 1 in the order of their start; a silo that is restarted keeps it.</param>
/// <param name="ProcessId">Unknown for a cluster that was found by its gateways alone.</param>
/// <param name="Endpoint">Where other silos reach it; unknown as the process id.</param>
/// <param name="Gateway">Where clients reach it.</param>
internal sealed record ClusterSilo(int Number, int? ProcessId, IPEndPoint? Endpoint, IPEndPoint Gateway);

using Interleave.Silo;
using Interleave.Silo.Certificates;

namespace Interleave.Client.Workers.Wire;

/// <summary>Where a worker's grains live: in silos that are born with it, or in a cluster that runs already.</summary>
/// <param name="Own">How many silo processes the worker starts, 0 for one silo inside itself; null for a cluster that runs already.</param>
/// <param name="ClusterId">The name of that cluster.</param>
/// <param name="Gateways">Where its gateways listen, each as <c>address:port</c>.</param>
/// <param name="ProcessIds">Its silos' processes on this machine, null for each that is not known.</param>
internal sealed record AssignedSilos(int? Own, string ClusterId, IReadOnlyList<string> Gateways, IReadOnlyList<int?> ProcessIds)
{
    /// <summary>Whether its gateways are found in a database, and go on being found there.</summary>
    public bool InDatabase { get; init; }

    /// <summary>
    /// A file with the way to that database; null for the variable of the environment. The way itself holds a password, and is not passed on.
    /// </summary>
    public string? ConnectionFile { get; init; }

    /// <summary>What the worker proves itself by; null where nobody asks.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>Where silos that are born with the worker place grains; null where that is left to them.</summary>
    public Placement? Placement { get; init; }

    public static AssignedSilos BornWithWorker(int silos) => new(silos, "", [], []);
}

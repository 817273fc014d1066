using System.Diagnostics;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Clusters;

/// <summary>A cluster that <c>cluster up</c> started and that runs on.</summary>
/// <param name="Folder">Where it is noted down, and what its silos share.</param>
/// <param name="Record">What was noted down.</param>
internal sealed record RegisteredCluster(ClusterFolder Folder, ClusterRecord Record)
{
    public string Name => Folder.ClusterId;

    public string Runtime => Record.Runtime;

    /// <summary>By number, those that have ended included; none while the first ones start.</summary>
    public IReadOnlyList<RegisteredSilo> Silos => Record.Silos;

    /// <summary>The silos whose processes live.</summary>
    public IReadOnlyList<RegisteredSilo> Living => [.. Silos.Where(silo => Folder.Holds(silo.Seat))];

    /// <summary>The silo's process, while it lives.</summary>
    public Process? ProcessOf(RegisteredSilo silo) => ProcessOf(silo.Seat);

    /// <summary>The processes that take part in this cluster, or start silos of it.</summary>
    public IEnumerable<Process> Processes() => Folder.Seats().Select(ProcessOf).OfType<Process>();

    /// <summary>Silos and clients of one cluster are built on one grain runtime.</summary>
    /// <exception cref="UserError">This program is built on another one.</exception>
    public void ThrowIfOnAnotherRuntime()
    {
        if (Runtime != GrainRuntime.Name)
        {
            throw new UserError(
                $"The cluster '{Name}' runs on {Runtime}, and this program is built on {GrainRuntime.Name}: use the same for both (./interleave --runtime " +
                    "orleans|embedded).");
        }
    }

    private Process? ProcessOf(string seat)
    {
        try
        {
            return Folder.Holds(seat) && ClusterSeat.ProcessOf(seat) is { } id ? Process.GetProcessById(id) : null;
        }
        catch (ArgumentException)
        {
            // It has ended in this moment.
            return null;
        }
    }
}

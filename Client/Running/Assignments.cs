using Interleave.Client.Clusters;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Running;

/// <summary>What each worker of a plan is told.</summary>
/// <param name="plan">The plan.</param>
/// <param name="ioServer">Where the I/O server listens.</param>
/// <param name="cluster">The cluster that runs already; null where silos are born with each worker that needs them.</param>
internal sealed class Assignments(RunPlan plan, Uri ioServer, ICluster? cluster)
{
    public bool StartSilos => cluster is null;

    public Assignment Of(PlannedScenario scenario, PlannedWorker worker) => new(
        scenario.Scenario.Name,
        worker.Model?.Name,
        plan.Plan.Seed,
        scenario.Scenario.Parameters.ToDictionary(parameter => parameter.Name, parameter => worker.Settings[parameter]),
        ioServer,
        worker.Model == Model.Grains ? Silos(worker) : null)
    {
        Texts = worker.Settings.Texts,
        Definition = scenario.Scenario.Definition,
    };

    private AssignedSilos Silos(PlannedWorker worker) => cluster is null
        ? AssignedSilos.BornWithWorker(worker.Silos ?? plan.Plan.Silos) with { Placement = plan.Placement }
        : new AssignedSilos(
            Own: null,
            cluster.Address.ClusterId,
            [.. cluster.Address.Gateways.Select(gateway => gateway.ToString())],
            [.. cluster.Silos.Select(silo => silo.ProcessId)])
        {
            InDatabase = cluster.Address.Database is not null,
            ConnectionFile = cluster.Address.Database?.File,
            Tls = cluster.Address.Tls,
        };
}

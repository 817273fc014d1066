using Interleave.Client.GrainCalls;
using Interleave.Client.Scenarios.Drive;
using Interleave.Client.Scenarios.OwnWork;
using Interleave.Client.Workloads;

namespace Interleave.Client.Scenarios;

/// <summary>Reads in a worker what the coordinator has read and checked before: scenarios that are not of this program.</summary>
internal static class DefinedScenarios
{
    /// <exception cref="UserError">It cannot be read: the coordinator would have found that, unless a file was changed since.</exception>
    public static IScenario Read(ScenarioDefinition definition)
    {
        switch (definition)
        {
            case ScenarioDefinition.Workload workload:
                // How fast a core computes is among the parameters that the worker is told.
                return new OwnWorkScenario(WorkloadReader.ReadAgain(workload.Text), roundsAMicrosecond: 1);
            case ScenarioDefinition.Drive drive:
                var faults = new Faults();
                return new DriveScenario(GrainCallReader.Read(drive.Call, drive.Assembly, faults) ?? throw faults.ToError());
            default:
                throw new ArgumentException($"No scenario is defined by {definition}.", nameof(definition));
        }
    }
}

using Interleave.Client.Scenarios.OwnWork;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios;

/// <summary>Reads in a worker what the coordinator has read and checked before: a scenario that is not of this program.</summary>
internal static class ScenarioDefinition
{
    /// <exception cref="UserError">It cannot be read: the coordinator would have found that.</exception>
    public static IScenario Read(string definition)
    {
        var faults = new Faults();
        var context = new FileContext([], Environment.GetEnvironmentVariable(SqlClient.ConnectionVariable)) { AllowsAnyHost = true };
        // How fast a core computes is among the parameters that the worker is told.
        return WorkloadReader.Read(definition, "workload", context, [], faults) is { } file
            ? new OwnWorkScenario(file, roundsAMicrosecond: 1)
            : throw faults.ToError();
    }
}

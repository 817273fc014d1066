using System.CommandLine;
using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Silo.Telemetry;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>Makes the runs that claims need: one for all of them, and one of computation only with another number of silos.</summary>
internal sealed class ClaimRuns(IReadOnlyList<Claim> claims, RunOptions options, IAnsiConsole console)
{
    private const string ScalingClaim = "grain-scale";
    private const string Computing = "cpu";

    /// <returns>The first exit code that was not a success, and the folders of the runs.</returns>
    public async Task<(int ExitCode, string[] Folders)> MakeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var needed = ScenarioCatalogue.All.Select(scenario => scenario.Name).Where(name => claims.Any(claim => claim.Needs.Contains(name))).ToList();
        if (needed.Count == 0)
        {
            throw new UserError($"{string.Join(", ", claims.Select(claim => claim.Id))} cannot be tested yet: no scenario for it is there.");
        }

        var given = parsed.CommandResult;
        var faults = new Faults();
        var cluster = options.ReadCluster(given, faults);
        faults.ThrowIfAny();

        var request = options.Read(given) with { Scenarios = needed, Models = [] };
        var plan = Plan(request).On(cluster?.Silos.Count);
        var folder = RunFolder.Create(RunOptions.One(options.Out, given), ["claims"], TimeProvider.System.GetLocalNow());
        var exitCode = await RunAsync(plan, folder, cluster, cancellation);
        if (exitCode == ExitCode.Interrupted || cluster is not null || claims.All(claim => claim.Id != ScalingClaim))
        {
            return (exitCode, [folder]);
        }

        var silos = plan.Plan.Silos == 1 ? 2 : 1;
        var scaling = Plan(request with
        {
            Scenarios = [Computing],
            Models = [Model.Threads.Name, Model.Grains.Name],
            Parameters = [.. request.Parameters.Where(parameter => OfComputing(parameter.Split('=')[0]))],
            Silos = silos.ToString(CultureInfo.InvariantCulture),
        });
        var beside = RunFolder.Create(Path.Combine(folder, $"silos-{silos}"), [Computing], TimeProvider.System.GetLocalNow());
        var second = await RunAsync(scaling, beside, cluster: null, cancellation);
        return (exitCode == ExitCode.Done ? second : exitCode, [folder, beside]);
    }

    private static bool OfComputing(string parameter) =>
        ScenarioCatalogue.All.Single(scenario => scenario.Name == Computing).Parameters.Any(own => parameter == own.Name || parameter == $"{Computing}.{own.Name}");

    private static RunPlan Plan(PlanRequest request) => new Planner(ScenarioCatalogue.All).Plan(request);

    private Task<int> RunAsync(RunPlan plan, string folder, RunningCluster? cluster, CancellationToken cancellation) =>
        new RunFlow(plan, new RunSettings(folder, cluster, TelemetryMode.None, [], []), console).RunAsync(cancellation);
}

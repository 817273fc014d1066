using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Planning;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Silo.Telemetry;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>Makes the runs that claims need: one for all of them, and beside it one for each further number of silos that some of them compare.</summary>
/// <remarks>Figures decide claims, so nothing is traced: <c>run</c> shows the pictures.</remarks>
internal sealed class ClaimRuns(IReadOnlyList<Claim> claims, RunOptions options, IAnsiConsole console)
{
    private readonly ClaimRequests _requests = new(claims, ScenarioCatalogue.All);
    private readonly Planner _planner = new(ScenarioCatalogue.All);

    /// <returns>The first exit code that was not a success, and the folders of the runs.</returns>
    public async Task<(int ExitCode, string[] Folders)> MakeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var given = parsed.CommandResult;
        var faults = new Faults();
        var cluster = options.ReadCluster(given, faults);
        faults.ThrowIfAny();
        var asked = options.Read(given);
        var plan = _requests.WithoutIdleModels(_planner.Plan(_requests.ForAll(asked))).On(cluster?.Silos.Count);
        await RunningCluster.CheckAsync(cluster, cancellation);
        var folder = RunFolder.Create(RunOptions.One(options.Out, given), ["claims"], TimeProvider.System.GetLocalNow());
        List<string> folders = [folder];
        var exitCode = await RunAsync(plan, folder, cluster, cancellation);
        // A cluster that runs already has the silos that it has.
        var others = cluster is null ? _requests.ForOtherSilos(asked, plan.Plan.Silos) : [];
        foreach (var request in others.TakeWhile(_ => exitCode != ExitCode.Interrupted))
        {
            var other = _planner.Plan(request);
            other = _requests.WithoutIdleModels(other, other.Plan.Silos);
            folders.Add(RunFolder.Create(Path.Combine(folder, $"silos-{request.Silos}"), other.Plan.Scenarios, TimeProvider.System.GetLocalNow()));
            var code = await RunAsync(other, folders[^1], cluster: null, cancellation);
            exitCode = exitCode == ExitCode.Done || code == ExitCode.Interrupted ? code : exitCode;
        }

        return (exitCode, [.. folders]);
    }

    private Task<int> RunAsync(RunPlan plan, string folder, RunningCluster? cluster, CancellationToken cancellation) =>
        new RunFlow(plan with { Traces = _ => false }, new RunSettings(folder, cluster, TelemetryMode.None, [], []), console).RunAsync(cancellation);
}

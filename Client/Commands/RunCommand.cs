using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Clusters;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Commands;

/// <summary><c>interleave run</c>: the main job.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var command = new Command("run", "Drives scenarios through every model, measures them side by side and shows the contrast.").WithExamples(
            "run                                            the tour, about two minutes",
            "run io --models threads,tasks,grains --silos 3",
            "run io --param delay=20 --param concurrency=500",
            "run io --param rate=1000 --param seconds=10    latency too, at 1,000 arrivals a second",
            "run cpu spinner --profile standard --seed 7 --out runs/mine",
            "run spinner --watch                            the spinners live: which turn, which stand still?",
            "run io --expect 'io.tasks.throughput > 1500'   exit code 1 when it is not",
            "run checkout.yaml                              a service of your own, as 'new workload' describes one",
            "run io --cluster mine                          on a cluster that 'cluster up' started",
            "run io --cluster postgres --certificate client.pem --authority authority.pem");
        options.AddTo(command);
        (RunPlan? Plan, RunSettings? Settings) read = default;
        // Read in a validator, whose faults are told together with the parser's own; where there are any, nothing is carried out.
        command.Validators.Add(given =>
        {
            var faults = new Faults();
            read = Read(options, given, faults);
            faults.Lines.ToList().ForEach(given.AddError);
        });
        command.SetAction((parsed, cancellation) => RunAsync(options, parsed.CommandResult, read.Plan!, read.Settings!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        RunOptions options, CommandResult given, RunPlan plan, RunSettings settings, CancellationToken cancellation)
    {
        await RunningCluster.CheckAsync(settings.Cluster, cancellation);
        if (given.GetValue(options.Watch))
        {
            return await new WatchFlow(plan, settings.Cluster, Terminals.Open()).RunAsync(cancellation);
        }

        var folder = RunFolder.Create(RunOptions.One(options.Out, given), plan.Plan.Scenarios, TimeProvider.System.GetLocalNow());
        return await new RunFlow(plan, settings with { Folder = folder, Details = options.ReadDetails(given) }, Terminals.Open()).RunAsync(cancellation);
    }

    /// <summary>Checks everything that was asked for, and starts nothing.</summary>
    private static (RunPlan? Plan, RunSettings Settings) Read(RunOptions options, CommandResult given, Faults faults)
    {
        faults.Add(options.UnknownOptions(given));
        faults.Add(RunOptions.MissingOrRepeated(given));
        var files = options.ReadFiles(given, faults);
        var planner = new Planner(files.AndCatalogue);
        var asked = options.Read(given, files);
        var isWatched = given.GetValue(options.Watch);
        faults.Add(isWatched ? WatchFlow.Faults(asked) : []);
        var plan = planner.Plan(isWatched ? WatchFlow.LongEnough(asked) : asked, faults);
        var settings = new RunSettings(
            Folder: "",
            options.ReadCluster(given, faults),
            options.ReadTelemetry(given, faults),
            (plan?.Plan ?? Everything(planner)) is { } whole ? Thresholds.Read(RunOptions.All(options.Expect, given), whole, faults) : [],
            Exports.Read(RunOptions.All(options.Export, given), faults));
        return (plan?.On(settings.Cluster?.Silos.Count), settings with { Hosts = files.Hosts });
    }

    /// <summary>What a threshold may speak of where there is no plan; the names of variants depend on parameters.</summary>
    /// <returns>Null where not even that can be told, for a variable of the environment is wrong, which is told with the plan's own faults.</returns>
    private static Plan? Everything(Planner planner) =>
        planner.Plan(new PlanRequest([Planner.AllScenarios]), new Faults())?.Plan is { } plan ? plan with { Variants = [] } : null;
}

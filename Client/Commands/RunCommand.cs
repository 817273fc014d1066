using System.CommandLine;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Planning;
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
            "run                                            the tour, about 90 s",
            "run io --models threads,tasks,grains --silos 3",
            "run io --param delay=20 --param concurrency=500",
            "run cpu spinner --profile standard --seed 7 --out runs/mine",
            "run io --expect 'io.tasks.throughput > 1500'   exit code 1 when it is not",
            "run io --cluster mine                          on a cluster that 'cluster up' started");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(options, parsed, cancellation));
        return command;
    }

    private static Task<int> RunAsync(RunOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        List<string> faults = [.. options.UnknownOptions(parsed)];
        var telemetry = options.ReadTelemetry(parsed, faults);
        var exports = Exports.Read(parsed.GetValue(options.Export) ?? [], faults);
        var plan = new Planner(ScenarioCatalogue.All).Plan(options.Read(parsed), faults);
        var thresholds = Thresholds.Read(parsed.GetValue(options.Expect) ?? [], plan.Plan, faults);
        if (faults.Count > 0)
        {
            throw new UserError(faults);
        }

        var folder = RunFolder.Create(parsed.GetValue(options.Out), plan.Plan.Scenarios, TimeProvider.System.GetLocalNow());
        var settings = new RunSettings(folder, parsed.GetValue(options.Cluster), telemetry, thresholds, exports);
        return new RunFlow(plan, settings, Terminals.Open()).RunAsync(cancellation);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary><c>interleave placebo</c>: each model against itself, and against itself with planted extra work.</summary>
internal static class PlaceboCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var command = new Command(
            "placebo", "Sets each model against a twin of itself, and against twins with 10 % and 20 % more work: how often verdicts err, and what they find.")
        {
            options.Scenarios, options.Models, options.Silos, options.Rounds, options.Launches, options.Profile, options.Seed, options.Parameters, options.Out,
        }.WithExamples(
            "placebo cpu                    some two minutes",
            "placebo cpu io --models threads,tasks",
            "placebo spinner --profile standard");
        command.SetAction((parsed, cancellation) => RunAsync(options, parsed.CommandResult, cancellation));
        return command;
    }

    private static Task<int> RunAsync(RunOptions options, CommandResult given, CancellationToken cancellation)
    {
        var faults = new Faults();
        faults.Add(options.UnknownOptions(given));
        faults.Add(RunOptions.MissingOrRepeated(given));
        var plan = new Planner(ScenarioCatalogue.All).Plan(options.Read(given), faults);
        if (plan is null || faults.Count > 0)
        {
            throw faults.ToError();
        }

        var folder = RunFolder.Create(RunOptions.One(options.Out, given), ["placebo", .. plan.Plan.Scenarios], TimeProvider.System.GetLocalNow());
        return new RunFlow(Placebo.Of(plan), new RunSettings(folder, Cluster: null, TelemetryMode.None, [], []), Terminals.Open()).RunAsync(cancellation);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scaling;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Commands;

/// <summary><c>interleave scale</c>: one run over several numbers of silos and cores, with a scaling law fitted.</summary>
internal static class ScaleCommand
{
    private static readonly WholeNumber Silos = new("--silos", 1, Planner.MostSilos);

    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "The scenario, as 'list' shows it." };
        var options = new RunOptions();
        var silos = Option(Silos.Option, $"Numbers of silo processes for the grains, 1 to {Silos.Maximum} (default 1,2).", "1,2,4");
        var cores = Option("--cores", "Numbers of cores that workers and silos are pinned to (default: 1, 2, 4, … up to all).", "1,2");
        var command = new Command("scale", "Sweeps a scenario over silos and cores in one run, shows efficiency, and fits a scaling law.")
        {
            scenario, silos, cores, options.Models, options.Rounds, options.Launches, options.Profile, options.Seed, options.Parameters, options.Out,
            options.Details,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(scenario), options, silos, cores, parsed.CommandResult, cancellation));
        return command.WithExamples(
            "scale cpu",
            "scale cpu --silos 1,2,4 --cores 1,2",
            "scale io --models tasks,grains --silos 1,2 --rounds 6 --param delay=5");
    }

    private static Option<string?> Option(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static async Task<int> RunAsync(
        string scenario, RunOptions options, Option<string?> silos, Option<string?> cores, CommandResult given, CancellationToken cancellation)
    {
        var faults = new Faults();
        faults.Add(RunOptions.MissingOrRepeated(given));
        var numbers = Numbers(RunOptions.One(silos, given) ?? "1,2", faults);
        if (scenario == Planner.AllScenarios)
        {
            faults.Add($"'{scenario}' in scale: name one scenario.");
        }

        var request = options.Read(given) with
        {
            Scenarios = [scenario],
            Cores = RunOptions.One(cores, given) ?? PowersUpTo(Environment.ProcessorCount),
            Silos = null,
        };
        var plan = new Planner(ScenarioCatalogue.All).Plan(request, faults);
        faults.ThrowIfAny();
        var swept = SilosSweep.Of(plan!, numbers); // Without faults there is a plan.
        var folder = RunFolder.Create(RunOptions.One(options.Out, given), ["scale", scenario], TimeProvider.System.GetLocalNow());
        var console = Terminals.Open();
        var settings = new RunSettings(folder, Cluster: null, Interleave.Silo.Telemetry.TelemetryMode.None, [], []) { Details = options.ReadDetails(given) };
        var exitCode = await new RunFlow(swept, settings, console).RunAsync(cancellation);
        ScalingTable.Write(console, ScalingCurves.Of(RunFile.Read(folder)));
        return exitCode;
    }

    private static List<int> Numbers(string given, Faults faults)
    {
        List<int> numbers = [.. given.Split(',', StringSplitOptions.TrimEntries).Select(number => Silos.Read(number, faults)).OfType<int>().Distinct().Order()];
        return numbers.Count > 0 ? numbers : [1];
    }

    /// <summary>A system that cannot pin processes sweeps over silos alone.</summary>
    private static string? PowersUpTo(int most) => OperatingSystem.IsLinux()
        ? string.Join(',', Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(number => number < most).Append(most))
        : null;
}

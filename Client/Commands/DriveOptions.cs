using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Client.GrainCalls;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Scenarios.Drive;

namespace Interleave.Client.Commands;

/// <summary>The options of <c>interleave drive</c>.</summary>
internal sealed class DriveOptions
{
    private static readonly WholeNumber Keys = new("--keys", 1, (int)DriveScenario.Keys.Maximum);
    private static readonly WholeNumber Rate = new("--rate", 1, (int)DriveScenario.Rate.Maximum);
    private static readonly WholeNumber Concurrency = new("--concurrency", 1, (int)DriveScenario.Concurrency.Maximum);
    private static readonly WholeNumber Seconds = new("--seconds", 1, (int)DriveScenario.Seconds.Maximum);

    private readonly RunOptions _run = new()
    {
        Cluster =
        {
            Description = "The cluster that hosts the grains: host:port of gateways, with the cluster's id before it (ID@host:port) unless that is " +
                "'interleave'; ID@postgres for one that is found in a database; or the name of one that 'cluster up' started.",
        },
    };

    private readonly Option<string?> _assembly = new("--assembly")
    {
        Description = "The assembly that holds the grain's interface, built with Microsoft.Orleans.Sdk.",
        HelpName = "My.Contracts.dll",
        Required = true,
    };

    private readonly Option<string?> _call = new("--call")
    {
        Description = $"What is called: '{GrainCallText.Placeholder}' stands for one key after the other, arguments are JSON of the parameter's type; tokens " +
            "are left out.",
        HelpName = $"'{GrainCallText.Example}'",
        Required = true,
    };

    private readonly Option<string?> _keys = new(Keys.Option)
    {
        Description = "How many grains are called, each as likely as any other; their keys are 0, 1, … as integers, strings or GUIDs (default 1).",
        HelpName = "N",
    };

    private readonly Option<string?> _rate = new(Rate.Option)
    {
        Description = "An open load: calls that arrive in a second, whatever becomes of those before them.",
        HelpName = "N",
    };

    private readonly Option<string?> _concurrency = new(Concurrency.Option)
    {
        Description = "A closed load: callers, each of which calls again when it was answered. Beside --rate: the most calls at once.",
        HelpName = "N",
    };

    private readonly Option<string?> _seconds = new(Seconds.Option)
    {
        Description = "How long calls come in each round (default by profile: 2, 5, 20).",
        HelpName = "N",
    };

    public Option<string?> Out => _run.Out;

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _run.Cluster, _assembly, _call, _keys, _rate, _concurrency, _seconds, _run.Rounds, _run.Launches, _run.Profile, _run.Seed, _run.ConnectionFile,
            _run.Certificate, _run.Authority, _run.Telemetry, _run.Expect, _run.Export, _run.Out, _run.Details,
        ];
        options.ToList().ForEach(command.Add);
    }

    /// <summary>Checks everything that was asked for, and starts nothing.</summary>
    public DriveAsked? Read(CommandResult given, Faults faults)
    {
        if (GrainContracts.Refusal(contracts: null) is { } reason)
        {
            return faults.Refuse<DriveAsked>(reason);
        }

        faults.Add(RunOptions.MissingOrRepeated(given));
        var parameters = ReadParameters(given, faults).ToList();
        var cluster = ReadCluster(given, faults);
        var telemetry = _run.ReadTelemetry(given, faults);
        var exports = Exports.Read(RunOptions.All(_run.Export, given), faults);
        if (RunOptions.One(_call, given) is not { } text || RunOptions.One(_assembly, given) is not { } path
            || GrainCallReader.Read(text, path, faults) is not { } call)
        {
            return null;
        }

        faults.Add(FaultsOf(call, given));
        var scenario = new DriveScenario(call);
        var request = _run.Read(given) with { Scenarios = [scenario.Name], Models = [Model.Grains.Name], Parameters = parameters };
        if (new Planner([scenario]).Plan(request, faults) is not { } plan || cluster is null)
        {
            return null;
        }

        var settings = new RunSettings(
            Folder: "", cluster, telemetry, Thresholds.Read(RunOptions.All(_run.Expect, given), plan.Plan, faults), exports)
        {
            SilosReachIoServer = false,
            Details = _run.ReadDetails(given),
        };
        return new DriveAsked(call, Named(plan, call).On(cluster.Silos.Count), settings);
    }

    private static IEnumerable<string> FaultsOf(GrainCall call, CommandResult given)
    {
        if (GrainContracts.Refusal(call.Assembly.Assembly) is { } refusal)
        {
            yield return refusal;
        }

        if (!call.Keys.AreMany && given.Children.OfType<OptionResult>().Any(option => option.Option.Name == Keys.Option))
        {
            yield return $"{Keys.Option} says how many grains are called, and '{call.Text}' names one: write {GrainCallText.Placeholder} instead of its key.";
        }
    }

    /// <summary>What is called belongs to the run's record, as every parameter does.</summary>
    private static RunPlan Named(RunPlan plan, GrainCall call) => plan with
    {
        Plan = plan.Plan with
        {
            Parameters = new Dictionary<string, string>(plan.Plan.Parameters) { ["assembly"] = Path.GetFileName(call.Path), ["call"] = call.Text },
        },
    };

    private RunningCluster? ReadCluster(CommandResult given, Faults faults)
    {
        var asked = RunOptions.One(_run.Cluster, given) ?? ClusterChoice.Usual;
        return asked is null or ClusterChoice.Local
            ? faults.Refuse<RunningCluster>("--cluster must name the cluster that hosts the grains: host:port of its gateways, ID@postgres, or a name.")
            : _run.ReadCluster(given, faults);
    }

    private IEnumerable<string> ReadParameters(CommandResult given, Faults faults)
    {
        var (rate, concurrency) = (Read(Rate, _rate), Read(Concurrency, _concurrency));
        if (RunOptions.One(_rate, given) is null && RunOptions.One(_concurrency, given) is null)
        {
            faults.Add("How calls come is missing: --rate 500 for an open load, --concurrency 64 for a closed one.");
        }

        return new[]
        {
            Parameter(DriveScenario.Rate, rate),
            Parameter(DriveScenario.Concurrency, concurrency),
            Parameter(DriveScenario.Keys, Read(Keys, _keys)),
            Parameter(DriveScenario.Seconds, Read(Seconds, _seconds)),
        }.OfType<string>();

        int? Read(WholeNumber number, Option option) => number.Read(RunOptions.One(option, given), faults);
    }

    private static string? Parameter(Scenarios.Parameter parameter, int? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={number}") : null;
}

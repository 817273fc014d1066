using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Clusters;
using Interleave.Client.Planning;
using Interleave.Silo;
using Interleave.Silo.Database;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary>The arguments and options of <c>interleave run</c>; their values are checked together, by the planner.</summary>
internal sealed class RunOptions
{
    public Argument<string[]> Scenarios { get; } = new("scenario")
    {
        Description = "Scenarios to run: names as 'list' shows them, workload files (.yaml), or 'all'. Without a name: the tour.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string[]> Models { get; } = new("--models")
    {
        Description = "Only these models, separated by commas. 'threads' is the baseline that contrasts need.",
        HelpName = "a,b",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> Parameters { get; } = new("--param")
    {
        Description = $"A scenario's own parameter, or {GivenParameters.PlacementParameter}, where the run's silos activate grains ({PlacementName.All}); " +
            "may be repeated.",
        HelpName = "name=value",
    };

    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = "How much time to take: quick (default), standard or thorough.",
        HelpName = "profile",
    };

    public Option<string?> Silos { get; } =
        new("--silos") { Description = "Silo processes for the grains (default 2); 0: one silo inside this process.", HelpName = "N" };

    public Option<string?> Rounds { get; } = new("--rounds") { Description = "Rounds (default by profile: 6, 10, 20).", HelpName = "N" };

    public Option<string?> Launches { get; } = new("--launches")
    {
        Description = "Fresh processes for every model, so many times, with the rounds spread over them (default by profile: 1, 3, 5).",
        HelpName = "N",
    };

    public Option<string?> Cores { get; } = new("--cores")
    {
        Description = "Pins workers and silos to so many cores; for each number of a list, a variant of its own.",
        HelpName = "1,2",
    };

    public Option<string?> Seed { get; } = new("--seed")
    {
        Description = "Seed of everything random, such as the order of trials (default 1).",
        HelpName = "N",
    };

    public Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "'local' (default) starts silos for this run; else a cluster that runs already: its name, host:port of gateways, or " +
            "'postgres' (ID@postgres) for one that is found in a database.",
        HelpName = "cluster",
    };

    public Option<string?> ConnectionFile { get; } = new("--connection-file")
    {
        Description = $"A file with the connection string for --cluster postgres (default: the variable {PostgresConnection.Variable}).",
        HelpName = "file",
    };

    public Option<string?> Certificate { get; } =
        new("--certificate") { Description = "This client's certificate and private key (PEM), for a cluster that asks for one.", HelpName = "file" };

    public Option<string?> Authority { get; } =
        new("--authority") { Description = "The certificate of the authority that signed the cluster's (PEM).", HelpName = "file" };

    public Option<string?> Telemetry { get; } = new("--telemetry")
    {
        Description = "Where traces, metrics and logs go beside the run's folder: none (default), console, or otlp, which takes the standard OTEL_* variables.",
        HelpName = "where",
    };

    public Option<string[]> Expect { get; } = new("--expect")
    {
        Description = "A threshold that the run must meet, else it ends with exit code 1; may be repeated.",
        HelpName = "'io.tasks.throughput > 1500'",
    };

    public Option<string[]> Export { get; } =
        new("--export") { Description = "Write the figures in this form too: csv or markdown; may be repeated.", HelpName = "form" };

    public Option<string?> Out { get; } = new("--out") { Description = "Folder for what the run yields (default runs/<time>-<what>).", HelpName = "dir" };

    public Option<bool> Details { get; } = new("--details")
    {
        Description = "Show every metric in the tables, not only those that answer the scenario's question.",
    };

    public Option<string[]> AllowHost { get; } = new("--allow-host")
    {
        Description = "A host beside this machine that a workload file may send requests to; may be repeated.",
        HelpName = "name",
    };

    public Option<bool> Watch { get; } = new("--watch")
    {
        Description = "Show the spinners of 'spinner' live, a line a model, one after the other; nothing is measured or kept.",
    };

    public void AddTo(Command command)
    {
        command.Add(Scenarios);
        Option[] options =
        [
            Models, Silos, Rounds, Launches, Cores, Profile, Seed, Parameters, Cluster, ConnectionFile, Certificate, Authority,
            Telemetry, Expect, Export, Out, Details, AllowHost, Watch,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Where a command takes any number of words, an unknown option arrives as one of them.</summary>
    public IEnumerable<string> UnknownOptions(CommandResult given) =>
        Words(given).Where(word => word.StartsWith('-')).Select(word => UnknownName.Fault(word, given.Command));

    /// <summary>The parser counts values too, but no longer where other faults were found.</summary>
    public static IEnumerable<string> MissingOrRepeated(CommandResult given)
    {
        foreach (var option in given.Children.OfType<OptionResult>().Where(option => option.Option.HelpName is not null))
        {
            if (option.Tokens.Count == 0)
            {
                yield return $"{option.Option.Name} has no value: write {option.Option.Name} {option.Option.HelpName}.";
            }
            else if (option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues)
            {
                yield return $"{option.Option.Name} was given {option.Tokens.Count} times: once is allowed.";
            }
        }
    }

    /// <summary>The workload files among the scenarios.</summary>
    public WorkloadFiles ReadFiles(CommandResult given, Faults faults) => WorkloadFiles.Read(ScenarioNames(given), All(AllowHost, given), faults);

    /// <param name="files">Those among the scenarios; null where a file is no scenario.</param>
    public PlanRequest Read(CommandResult given, WorkloadFiles? files = null) => new(files?.NamesOf(ScenarioNames(given)) ?? ScenarioNames(given))
    {
        Models = [.. All(Models, given).SelectMany(models => models.Split(',', StringSplitOptions.TrimEntries))],
        Parameters = All(Parameters, given),
        Profile = One(Profile, given),
        Silos = One(Silos, given),
        Rounds = One(Rounds, given),
        Launches = One(Launches, given),
        Cores = One(Cores, given),
        Seed = One(Seed, given),
    };

    public bool ReadDetails(CommandResult given) => given.GetValue(Details);

    public TelemetryMode ReadTelemetry(CommandResult given, Faults faults)
    {
        var allowed = Enum.GetValues<TelemetryMode>().ToDictionary(mode => mode.ToString().ToLowerInvariant());
        var name = One(Telemetry, given);
        if (name is not null && !allowed.ContainsKey(name))
        {
            faults.Add($"Unknown '{name}' in --telemetry: {NearestName.Hint(name, allowed.Keys)}");
        }

        var mode = allowed.GetValueOrDefault(name ?? "");
        if (mode == TelemetryMode.Otlp)
        {
            faults.Add(OtlpVariables.Faults(Environment.GetEnvironmentVariable));
        }

        return mode;
    }

    public RunningCluster? ReadCluster(CommandResult given, Faults faults)
    {
        var before = faults.Count;
        var access = ClusterAccess.Read(One(ConnectionFile, given), One(Certificate, given), One(Authority, given), faults);
        // A number of silos asks for a cluster of the run's own, whatever the usual one is.
        var asked = One(Cluster, given) ?? (One(Silos, given) is null ? ClusterChoice.Usual : null);
        var cluster = faults.Count > before ? null : ClusterChoice.Find(asked, access, faults);
        if (cluster is not null && One(Silos, given) is not null)
        {
            faults.Add("--silos says how many silos to start, and --cluster names a cluster that runs already: leave one of them out.");
        }

        if (cluster is not null && All(Parameters, given).Any(text => text.Split('=')[0].Trim() == GivenParameters.PlacementParameter))
        {
            faults.Add($"{GivenParameters.PlacementParameter} in --param is for silos that the run starts, and --cluster names a cluster that runs already: "
                + "start its silos with --placement.");
        }

        return cluster;
    }

    /// <summary>Every word that was given; unlike a parsed value it can be had where the parser found fault.</summary>
    public static string[] All(Option option, CommandResult given) => [.. given.GetResult(option)?.Tokens.Select(token => token.Value) ?? []];

    public static string? One(Option option, CommandResult given) => All(option, given).LastOrDefault();

    /// <summary>A word behind an unknown option may be its value: nobody can tell, so it is no fault of its own.</summary>
    private string[] ScenarioNames(CommandResult given)
    {
        var words = Words(given);
        return [.. words.Where((word, index) => !word.StartsWith('-') && (index == 0 || !IsUnknownOption(words[index - 1])))];
    }

    private static bool IsUnknownOption(string word) => word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal);

    private string[] Words(CommandResult given) => [.. given.GetResult(Scenarios)?.Tokens.Select(token => token.Value) ?? []];
}

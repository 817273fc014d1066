using System.CommandLine;
using Interleave.Client.Planning;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary>The arguments and options of <c>interleave run</c>; their values are checked together, by the planner.</summary>
internal sealed class RunOptions
{
    public Argument<string[]> Scenarios { get; } = new("scenario")
    {
        Description = "Scenarios to run: names as 'list' shows them, or 'all'. Without a name: the tour.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string[]> Models { get; } = new("--models")
    {
        Description = "Only these models, separated by commas. 'threads' is the baseline that contrasts need.",
        HelpName = "a,b",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> Parameters { get; } = new("--param") { Description = "A scenario's own parameter; may be repeated.", HelpName = "name=value" };

    public Option<string?> Profile { get; } = new("--profile") { Description = "How much time to take: quick (default), standard or thorough.", HelpName = "profile" };

    public Option<string?> Silos { get; } = new("--silos") { Description = "Silo processes for the grains (default 2); 0: one silo inside this process.", HelpName = "N" };

    public Option<string?> Rounds { get; } = new("--rounds") { Description = "Rounds (default by profile: 3, 10, 30).", HelpName = "N" };

    public Option<string?> Seed { get; } = new("--seed") { Description = "Seed of everything random, such as the order of trials (default 1).", HelpName = "N" };

    public Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "'local' (default) starts silos for this run; else a cluster that runs already: its name, or host:port of gateways.",
        HelpName = "cluster",
    };

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

    public Option<string[]> Export { get; } = new("--export") { Description = "Write the figures in this form too: csv or markdown; may be repeated.", HelpName = "form" };

    public Option<string?> Out { get; } = new("--out") { Description = "Folder for what the run yields (default runs/<time>-<what>).", HelpName = "dir" };

    public void AddTo(Command command)
    {
        command.Add(Scenarios);
        foreach (var option in new Option[] { Models, Silos, Rounds, Profile, Seed, Parameters, Cluster, Telemetry, Expect, Export, Out })
        {
            command.Add(option);
        }
    }

    /// <summary>Where a command takes any number of words, an unknown option arrives as one of them.</summary>
    public IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        Words(parsed).Where(word => word.StartsWith('-')).Select(word => UnknownName.Fault(word, parsed.CommandResult.Command));

    public PlanRequest Read(ParseResult parsed) => new([.. Words(parsed).Where(word => !word.StartsWith('-'))])
    {
        Models = [.. (parsed.GetValue(Models) ?? []).SelectMany(models => models.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        Parameters = parsed.GetValue(Parameters) ?? [],
        Profile = parsed.GetValue(Profile),
        Silos = parsed.GetValue(Silos),
        Rounds = parsed.GetValue(Rounds),
        Seed = parsed.GetValue(Seed),
    };

    public TelemetryMode ReadTelemetry(ParseResult parsed, List<string> faults)
    {
        var allowed = Enum.GetValues<TelemetryMode>().ToDictionary(mode => mode.ToString().ToLowerInvariant());
        if (parsed.GetValue(Telemetry) is { } given && !allowed.ContainsKey(given))
        {
            faults.Add($"Unknown '{given}' in --telemetry: {NearestName.Hint(given, allowed.Keys)}");
        }

        return allowed.GetValueOrDefault(parsed.GetValue(Telemetry) ?? "");
    }

    private string[] Words(ParseResult parsed) => parsed.GetValue(Scenarios) ?? [];
}

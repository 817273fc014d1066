using System.CommandLine;
using System.CommandLine.Help;
using Interleave.Silo.Telemetry;

namespace Interleave.Silo;

/// <summary>The silo's command line; every value is taken as text, so that all its faults are told together and in the same words.</summary>
internal static class SiloCommand
{
    private static readonly string[] Examples =
    [
        "  dotnet run --project Silo                                      a silo on the first free ports; started again: another one, which joins it",
        "  dotnet run --project Silo -- --silo-port 11111 --gateway-port 30000",
        "  dotnet run --project Silo -- --cluster-id mine --log-level debug",
    ];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var siloPort = Text("--silo-port", "PORT", "Where other silos reach this one; 0 for any free port [default: the next free one from 11111]");
        var gatewayPort = Text("--gateway-port", "PORT", "Where clients reach this silo; 0 for any free port [default: the next free one from 30000]");
        var clusterId = Text(
            "--cluster-id", "NAME", "The cluster to join, or to begin: silos of one name, user and machine are one cluster [default: interleave]");
        var address = Text("--address", "IP", "The address to listen on [default: 127.0.0.1]");
        var clustering = Text("--clustering", "KIND", "How silos find each other: localhost [default: localhost]");
        var responseTimeout = Text("--response-timeout", "SECONDS", "How long a grain waits for the answer to a call [default: 30]");
        var logLevel = Text("--log-level", "LEVEL", "trace, debug, information, warning, error, critical or none [default: information; warning when owned]");
        var owned = new Option<bool>("--owned") { Description = "End when standard input ends, which the process that started this silo holds open" };
        var detached = new Option<bool>("--detached")
        {
            Description = "Leave the terminal and run in a session of its own; owned, until a line 'release' on " +
            "standard input lets it run on"
        };

        var command = new RootCommand("Hosts grains: one silo of a cluster. When it has joined, it writes one line of JSON to standard output.")
        {
            siloPort, gatewayPort, clusterId, address, clustering, responseTimeout, logLevel, owned, detached,
        };
        AddExamples(command);
        var parsed = command.Parse(args);
        if (parsed.Action is not null && parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(cancellationToken: cancellationToken);
        }

        var request = new SiloRequest
        {
            SiloPort = parsed.GetValue(siloPort),
            GatewayPort = parsed.GetValue(gatewayPort),
            ClusterId = parsed.GetValue(clusterId),
            Address = parsed.GetValue(address),
            Clustering = parsed.GetValue(clustering),
            ResponseTimeout = parsed.GetValue(responseTimeout),
            LogLevel = parsed.GetValue(logLevel),
            Owned = parsed.GetValue(owned),
            Detached = parsed.GetValue(detached),
        };
        var names = string.Join(", ", command.Options.Select(option => option.Name).Where(name => name.StartsWith("--", StringComparison.Ordinal)));
        string[] faults = [.. CommandLineFaults(parsed, names), .. request.Faults(), .. TelemetryEnvironment.OfThisProcess().Faults()];
        if (faults.Length > 0)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return 2;
        }

        return await new SiloProcess(request).RunAsync(cancellationToken);
    }

    private static IEnumerable<string> CommandLineFaults(ParseResult parsed, string names) =>
        parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => $"{token}: no such option; allowed: {names}")
            : parsed.Errors.Select(error => error.Message);

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static void AddExamples(RootCommand command)
    {
        if (command.Options.OfType<HelpOption>().SingleOrDefault() is { Action: HelpAction help } option)
        {
            option.Action = new HelpWithExamples(help, Examples);
        }
    }
}

using System.CommandLine;
using Interleave.Silo.Database;

namespace Interleave.Silo;

/// <summary>The silo's options; every value is taken as text, so that all its faults are told together and in the same words.</summary>
internal sealed class SiloArguments
{
    public Option<string?> SiloPort { get; } =
        Text("--silo-port", "PORT", "Where other silos reach this one; 0 for any free port [default: the next free one from 11111]");

    public Option<string?> GatewayPort { get; } =
        Text("--gateway-port", "PORT", "Where clients reach this silo; 0 for any free port [default: the next free one from 30000]");

    public Option<string?> ClusterId { get; } =
        Text("--cluster-id", "NAME", "The cluster to join, or to begin: silos of one name, user and machine are one cluster [default: interleave]");

    public Option<string?> Listen { get; } = Text("--listen", "IP", "The address to listen on [default: 127.0.0.1]");

    public Option<bool> ListenAny { get; } =
        new("--listen-any") { Description = "Listen on every address of this machine, or on a public one that --listen names" };

    public Option<string?> Advertise { get; } =
        Text("--advertise", "ADDRESS", "Where others reach this silo, an IP or a name [default: where it listens, or where it reaches the database from]");

    public Option<string?> Clustering { get; } =
        Text("--clustering", "KIND", "How silos find each other: localhost, or postgres for silos on several machines [default: localhost]");

    public Option<string?> ConnectionFile { get; } =
        Text("--connection-file", "FILE", $"A file with the connection string of the database [default: the variable {PostgresConnection.Variable}]");

    public Option<bool> InitDatabase { get; } =
        new("--init-database") { Description = "Create what silos keep in the database, where it is missing or old, and end" };

    public Option<string?> Certificate { get; } =
        Text("--certificate", "FILE", "This silo's certificate and private key (PEM); those that connect must have one of the same authority");

    public Option<string?> Authority { get; } = Text("--authority", "FILE", "The certificate of the authority (PEM)");

    public Option<string?> Health { get; } = Text("--health", "SOCKET", "Answer, on this Unix socket, whether this silo has joined");

    public Option<string?> CheckHealth { get; } =
        Text("--check-health", "SOCKET", "Ask a silo that answers on this socket; exit code 0 when it has joined, else 1");

    public Option<string?> Placement { get; } =
        Text("--placement", "WAY", $"Where grains are activated: {PlacementName.All}; for all silos of a cluster the same [default: hash]");

    public Option<string?> ResponseTimeout { get; } = Text("--response-timeout", "SECONDS", "How long a grain waits for the answer to a call [default: 30]");

    public Option<string?> LogLevel { get; } =
        Text("--log-level", "LEVEL", "trace, debug, information, warning, error, critical or none [default: information; warning when owned]");

    public Option<bool> Owned { get; } = new("--owned") { Description = "End when standard input ends, which the process that started this silo holds open" };

    public Option<bool> Detached { get; } =
        new("--detached")
        {
            Description = "Leave the terminal and run in a session of its own; owned, until a line 'release' on standard input lets it run on"
        };

    private IEnumerable<Option> All =>
    [
        SiloPort, GatewayPort, ClusterId, Listen, ListenAny, Advertise, Clustering, ConnectionFile, InitDatabase, Certificate, Authority,
        Health, CheckHealth, Placement, ResponseTimeout, LogLevel, Owned, Detached,
    ];

    public RootCommand ToCommand()
    {
        var command = new RootCommand("Hosts grains: one silo of a cluster. When it has joined, it writes one line of JSON to standard output.");
        foreach (var option in All)
        {
            command.Add(option);
        }

        return command;
    }

    public SiloRequest Read(ParseResult parsed) => new()
    {
        SiloPort = parsed.GetValue(SiloPort),
        GatewayPort = parsed.GetValue(GatewayPort),
        ClusterId = parsed.GetValue(ClusterId),
        Listen = parsed.GetValue(Listen),
        ListenAny = parsed.GetValue(ListenAny),
        Advertise = parsed.GetValue(Advertise),
        // What is to be found in a database is kept there.
        Clustering = parsed.GetValue(InitDatabase) ? "postgres" : parsed.GetValue(Clustering),
        ConnectionFile = parsed.GetValue(ConnectionFile),
        Certificate = parsed.GetValue(Certificate),
        Authority = parsed.GetValue(Authority),
        Health = parsed.GetValue(Health),
        Placement = parsed.GetValue(Placement),
        ResponseTimeout = parsed.GetValue(ResponseTimeout),
        LogLevel = parsed.GetValue(LogLevel),
        Owned = parsed.GetValue(Owned),
        Detached = parsed.GetValue(Detached),
    };

    /// <summary>What the command line itself has wrong.</summary>
    public IEnumerable<string> Faults(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => $"{token}: no such option; allowed: {string.Join(", ", All.Select(option => option.Name))}")
            : parsed.Errors.Select(error => error.Message);

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}

using System.Data.Common;
using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Forms;
using Interleave.Client.Workloads.Yaml;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Workloads;

/// <summary>What may stand in a workload file.</summary>
internal sealed class WorkloadForms(FileContext context)
{
    public const int MostSteps = 24;
    public const int MostBranches = 16;

    /// <summary>What the I/O server can be asked for.</summary>
    private const double MostBytes = 1_000_000;
    private const double LongestDelay = 60;

    private const double LongestWork = 10;

    private static readonly TextForm Name = new("^[a-z][a-z0-9-]{0,39}$", "up to 40 lower-case letters, digits and hyphens are allowed, a letter first");

    private static readonly TextForm Query = new(@"^\s*\S[\s\S]{0,1999}$", "a query of up to 2000 characters is allowed");

    private static readonly QuantityForm Work = Units.Time(0, LongestWork, "from 0us to 10s");

    private static readonly MapForm Http = new(
        [
            new("delay", Units.Time(0, LongestDelay, "from 0ms to 60s"), "How long the I/O server of this tool takes to answer."),
            new("bytes", Units.Size(MostBytes, "up to 1MB"), "How many bytes it answers with."),
            new("url", new TextForm("^https?://", "an address such as http://localhost:8080/stock is allowed"), "A server of your own to ask instead, by GET."),
        ],
        ("url", "delay"),
        ("url", "bytes"));

    private static readonly MapForm State = new(
    [
        new("keys", new NumberForm(1, RequestPlan.MostKeys, isWhole: true), "How many keys there are.") { IsRequired = true },
        new("skew", new NumberForm(0, 3, isWhole: false), "How uneven the keys are drawn, the exponent of Zipf's law: 0 (default) draws all alike."),
        new("work", Work, "How long one core computes between reading and writing the key."),
    ]);

    /// <summary>The whole file.</summary>
    public MapForm File => new(
        [
            new("name", Name, "What tables and folders call it.") { IsRequired = true },
            new("arrivals", Units.Rate(0.01, 100_000, "such as 200/s, from 1/min to 100000/s"), "Requests that arrive, each by itself (an open load)."),
            new("concurrency", new NumberForm(1, 10_000, isWhole: true), "Callers, each of which asks again when it has its answer (a closed load)."),
            new("units", new NumberForm(1, 10_000, isWhole: true), "The most requests at once of an open load (by default, what arrives in a second)."),
            new("duration", Units.Time(0.1, 3_600, "from 100ms to 60min"), "How long requests come in the profile thorough; standard: half, quick: a fifth."),
            new("steps", new ListForm(new StepForm([.. Leaves, Parallel]), "steps", 1, MostSteps), "What every request does, in order.") { IsRequired = true },
            new("goal", Goal.Form, "Limits that the service must stay within."),
        ],
        ("arrivals", "concurrency"),
        ("concurrency", "units"));

    private StepKind[] Leaves =>
    [
        new(new("http", Http, "Asks a server, and waits for its answer."), MakeHttp),
        new(new("compute", Work, "Computes for so long as one core takes for it."), (read, _, _) => new ComputationStep(0, Seconds(read))),
        new(new("state", State, "Reads, changes and writes a key, with exclusive access to it."), (read, _, _) => MakeState((FieldValues)read)),
        new(new("query", Query, $"Sends a query to the PostgreSQL server that {SqlClient.ConnectionVariable} names."), MakeQuery),
        new(
            new("allocate", Units.Size(1e8, "up to 100MB"), "Allocates memory, writes to it and lets go of it."),
            (read, _, _) => new AllocationStep(0, (int)(double)read)),
    ];

    private StepKind Parallel => new(
        new(
            "parallel",
            new ListForm(new StepForm(Leaves), "steps, none of them parallel itself,", 2, MostBranches),
            "Does steps side by side, and waits for all of them."),
        (read, _, _) => new ParallelStep([.. ((List<object>)read).Cast<WorkStep>()]));

    /// <summary>As a JSON Schema, for editors.</summary>
    public static JsonObject Schema()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "A workload file of Interleave" };
        foreach (var (name, value) in new WorkloadForms(new FileContext([], Postgres: null)).File.Schema())
        {
            schema[name] = value?.DeepClone();
        }

        schema["oneOf"] = new JsonArray(Required("arrivals"), Required("concurrency"));
        return schema;
    }

    private static JsonObject Required(string name) => new() { ["required"] = new JsonArray(name) };

    private HttpStep? MakeHttp(object values, YamlNode node, FileFaults faults)
    {
        var read = (FieldValues)values;
        if (read.Text("url") is not { } text)
        {
            return new HttpStep(0, Url: null, Seconds(read.Number("delay") ?? 0), (int)(read.Number("bytes") ?? 0));
        }

        var written = node is YamlMap map ? map.Entries.First(entry => entry.Key.Value == "url").Value : node;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            faults.Add(written, $"'url' is '{text}': an address such as http://localhost:8080/stock is allowed, without a user name.");
            return null;
        }

        if (!context.Allows(url.Host))
        {
            faults.Add(written, $"'url' is '{text}': '{url.Host}' is not this machine; add --allow-host {url.Host} if requests may be sent there.");
            return null;
        }

        return new HttpStep(0, url, TimeSpan.Zero, 0);
    }

    private static StateStep MakeState(FieldValues read) =>
        new(0, (int)(read.Number("keys") ?? 1), read.Number("skew") ?? 0, Seconds(read.Number("work") ?? 0));

    private QueryStep? MakeQuery(object read, YamlNode node, FileFaults faults)
    {
        if (string.IsNullOrWhiteSpace(context.Postgres))
        {
            faults.Add(node, $"'query' needs a PostgreSQL server: set {SqlClient.ConnectionVariable} to its connection string, or leave the step out.");
            return null;
        }

        if (HostOf(context.Postgres) is var host && !host.StartsWith('/') && !context.Allows(host))
        {
            faults.Add(
                node,
                $"'query' would go to '{host}', as {SqlClient.ConnectionVariable} says: that is not this machine; add --allow-host {host} if it may.");
            return null;
        }

        return new QueryStep(0, (string)read);
    }

    private static string HostOf(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            var isGiven = parts.TryGetValue("Host", out var host) || parts.TryGetValue("Server", out host);
            return isGiven && host?.ToString() is { Length: > 0 } name ? name : "localhost";
        }
        catch (ArgumentException)
        {
            return "(unreadable)";
        }
    }

    private static TimeSpan Seconds(object seconds) => new((long)Math.Round((double)seconds * TimeSpan.TicksPerSecond));
}

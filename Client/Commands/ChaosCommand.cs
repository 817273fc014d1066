using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Chaos;
using Interleave.Client.Clusters;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Silo;
using Interleave.Silo.Database;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave chaos</c>: faults under load, with a ledger that must add up.</summary>
internal static class ChaosCommand
{
    /// <summary>What the arrival times of a whole run may take.</summary>
    private const double MostTransfers = 5_000_000;

    private static readonly WholeNumber Silos = new("--silos", 2, Planner.MostSilos);
    private static readonly WholeNumber Rate = new("--rate", 1, 10_000);
    private static readonly WholeNumber Seconds = new("--seconds", 3, 600);
    private static readonly WholeNumber Rounds = new("--rounds", 1, 100);
    private static readonly WholeNumber Cut = new("--cut", 1, 600);
    private static readonly WholeNumber Seed = new("--seed", 0, int.MaxValue);

    public static Command Create()
    {
        var silos = Option(Silos.Option, $"Silo processes, {Silos.Minimum} to {Silos.Maximum} (default 3).", "N");
        var rate = Option(Rate.Option, "Transfers that become due in a second, whether or not those before them have ended (default 500).", "N");
        var seconds = Option(Seconds.Option, "How long each fault is watched (default 10).", "N");
        var faults = Option("--faults", $"Which faults, in which order, separated by commas (default all): {FaultCatalogue.Names}.", "a,b");
        var clustering = Option(
            "--clustering",
            "How silos find each other and where grains keep their state: localhost (default), a folder; or postgres, which needs Orleans.",
            "kind");
        var connectionFile = Option(
            "--connection-file",
            $"A file with the connection string for --clustering postgres (default: the variable {PostgresConnection.Variable}).",
            "file");
        var cut = Option(Cut.Option, "How long the fault 'database' lasts (default 30).", "seconds");
        var rounds = Option(Rounds.Option, "How often the list of faults is gone through (default 1).", "N");
        var seed = Option(Seed.Option, "Seed of the transfers, and of which silo is struck (default 1).", "N");
        var folder = Option("--out", "Folder for what the run yields (default runs/<time>-chaos).", "dir");
        var command = new Command(
            "chaos",
            "Strikes a cluster of silos on this machine while a ledger is driven at a fixed rate. Exits 1 when the ledger does not add up.")
        {
            silos, rate, seconds, faults, cut, clustering, connectionFile, rounds, seed, folder,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var given = parsed.CommandResult;
            var wrong = new Faults();
            wrong.Add(RunOptions.MissingOrRepeated(given));
            var kind = ReadClustering(RunOptions.One(clustering, given), wrong);
            var plan = new ChaosPlan(
                Silos.Read(RunOptions.One(silos, given), wrong) ?? 3,
                Rate.Read(RunOptions.One(rate, given), wrong) ?? 500,
                Seconds.Read(RunOptions.One(seconds, given), wrong) ?? 10,
                Rounds.Read(RunOptions.One(rounds, given), wrong) ?? 1,
                FaultCatalogue.Read(RunOptions.One(faults, given), kind, wrong),
                Seed.Read(RunOptions.One(seed, given), wrong) ?? 1)
            {
                Clustering = kind,
                CutSeconds = Cut.Read(RunOptions.One(cut, given), wrong) ?? 30,
            };
            wrong.Add(TooMuch(plan, wrong));
            var database = ReadDatabase(kind, RunOptions.One(connectionFile, given), wrong);
            wrong.ThrowIfAny();
            return RunAsync(plan, database, RunOptions.One(folder, given), Terminals.Open(), cancellation);
        });
        return command.WithExamples(
            "chaos                                              every fault once, on 3 silos, at 500 transfers a second",
            "chaos --silos 4 --rate 200 --faults kill,freeze",
            "chaos --faults restart --rounds 10 --seconds 5     ten silos killed and restarted in a row",
            "chaos --clustering postgres --faults database      silos and grains' state in a database, which is cut off for 30 s");
    }

    private static Option<string?> Option(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static ClusteringKind ReadClustering(string? given, Faults wrong)
    {
        if (given is null || Enum.GetNames<ClusteringKind>().Contains(given, StringComparer.OrdinalIgnoreCase))
        {
            return given is null ? default : Enum.Parse<ClusteringKind>(given, ignoreCase: true);
        }

        string[] kinds = [.. Enum.GetNames<ClusteringKind>().Select(kind => kind.ToLowerInvariant())];
        wrong.Add($"Unknown '{given}' in --clustering: {NearestName.Hint(given, kinds)}");
        return default;
    }

    /// <summary>The database that was asked for, once it has answered.</summary>
    private static PostgresConnection? ReadDatabase(ClusteringKind kind, string? connectionFile, Faults wrong)
    {
        if (kind == ClusteringKind.Postgres)
        {
            return wrong.Catch(() => new ClusterAccess(connectionFile, Tls: null).ReadDatabase("--clustering postgres"));
        }

        if (connectionFile is not null)
        {
            wrong.Add($"--connection-file {connectionFile}: of use where silos find each other in a database; allowed with --clustering postgres.");
        }

        return null;
    }

    private static IEnumerable<string> TooMuch(ChaosPlan plan, Faults wrong)
    {
        if (wrong.Count > 0)
        {
            return [];
        }

        var most = plan.Rate * ChaosRunner.Longest(plan, FaultCatalogue.Of(plan), new LocalClusterOptions()).TotalSeconds;
        return most <= MostTransfers
            ? []
            : [$"--rate {plan.Rate}, --rounds {plan.Rounds} and --seconds {plan.Seconds} may make {most:0} transfers: at most {MostTransfers:0} are allowed."];
    }

    private static async Task<int> RunAsync(
        ChaosPlan plan, PostgresConnection? database, string? asked, IAnsiConsole console, CancellationToken cancellation)
    {
        var strikes = FaultCatalogue.Of(plan);
        using var link = database is not null && strikes.Any(fault => fault.NeedsDatabase) ? DatabaseLink.Open(database) : null;
        var time = TimeProvider.System;
        var folder = RunFolder.Create(asked, ["chaos"], time.GetLocalNow());
        var (id, started, environment) = (Guid.NewGuid().ToString("N"), time.GetUtcNow(), EnvironmentProbe.Read());
        var runner = new ChaosRunner(plan, strikes, id, line => console.Write(new TextLine(line)), measured => ChaosFile.Save(RunOf(measured), folder));
        var run = RunOf(await runner.RunAsync(
            new LocalClusterOptions { Database = link?.Connection ?? database, DatabaseLink = link }, cancellation));
        ChaosFile.Save(run, folder);
        var page = Path.Combine(folder, HtmlReport.Name);
        ChaosPage.Write(run, page);
        ChaosTable.Write(console, run);
        if (run.Trouble is { } trouble)
        {
            Sentence.Write(console, trouble);
        }

        console.Write(new TextLine($"Figures and report: {page}"));
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : run.Passed ? ExitCode.Done : ExitCode.Failed;

        ChaosRun RunOf(ChaosMeasured measured) => new(
            ChaosRun.CurrentSchema,
            id,
            started,
            time.GetUtcNow(),
            measured.Faults.Count == plan.Rounds * plan.Faults.Count,
            environment,
            plan,
            measured.Faults,
            measured.Curve,
            measured.Findings,
            measured.Trouble);
    }
}

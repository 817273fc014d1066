using Interleave.Client.Records;
using Interleave.Client.Tests.Databases;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>A run against a real database, from the command line to the files that it leaves.</summary>
public sealed class PostgresRunTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Queries_run_and_no_password_is_written_down(bool byParameter)
    {
        using var parent = new TemporaryFolder();
        var folder = parent["run"];
        string[] parameter = byParameter ? ["--param", $"postgres={server.ConnectionString}"] : [];
        Dictionary<string, string?> variable = byParameter ? [] : new() { ["INTERLEAVE_POSTGRES"] = server.ConnectionString };
        var arguments = SmallWork.Run(folder, ["--models", "threads,grains", "--silos", "1", .. parameter]);
        await using var client = ClientProcess.Start(parent.Path, variable, arguments);

        var result = await client.EndAsync();

        Assert.Equal(0, result.ExitCode);
        var queries = RunFile.Read(folder).Trials.Where(trial => trial.Variant.StartsWith("query", StringComparison.Ordinal)).ToList();
        Assert.Equal(["grains", "threads"], queries.Select(trial => trial.Model).Order());
        Assert.All(queries, trial => Assert.Null(trial.Error));
        Assert.DoesNotContain(PostgresServer.Password, result.Output + result.Error, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(PostgresServer.Password, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [PostgresTheory]
    [InlineData("threads,pool,tasks")]
    [InlineData("loop,gil,processes,grains")]
    public async Task The_queries_of_a_workload_file_run_on_every_model(string models)
    {
        using var parent = new TemporaryFolder();
        var folder = parent["run"];
        await File.WriteAllTextAsync(parent["asks.yaml"], "name: asks\nconcurrency: 4\nsteps: [ query: select pg_sleep(0.01) ]\n");
        string[] arguments = ["run", "asks.yaml", "--models", models, "--silos", "1", "--rounds", "1", "--param", "seconds=0.5", "--out", folder];
        await using var client = ClientProcess.Start(parent.Path, [new("INTERLEAVE_POSTGRES", server.ConnectionString)], arguments);

        var result = await client.EndAsync();

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var trials = RunFile.Read(folder).Trials;
        Assert.Equal(models.Split(',').Order(), trials.Select(trial => trial.Model).Order());
        // Four callers that each wait 10 ms for the server are answered 400 times a second at most.
        Assert.All(trials, trial => Assert.InRange(trial.Metrics["throughput"], 1, 400));
        Assert.DoesNotContain(PostgresServer.Password, result.Output + result.Error, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(PostgresServer.Password, File.ReadAllText(file), StringComparison.Ordinal));
    }
}

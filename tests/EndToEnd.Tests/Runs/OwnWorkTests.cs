using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>A workload file, from the command that writes it to the capacity of each model.</summary>
public sealed class OwnWorkTests : IDisposable
{
    /// <summary>Requests of which a thousand a second are more than the lock lets through, on any machine.</summary>
    private const string Locked = """
        name: locked
        arrivals: 20/s
        duration: 1s
        steps: [ state: { keys: 1, work: 5ms } ]
        goal: { p99: 2s, errors: 0% }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_new_file_runs_as_it_was_written_and_is_never_written_over()
    {
        var written = await ClientProcess.RunAsync(_folder.Path, "new", "workload", "mine.yaml");
        var again = await ClientProcess.RunAsync(_folder.Path, "new", "workload", "mine.yaml");
        var run = await ClientProcess.RunAsync(
            _folder.Path, "run", "mine.yaml", "--models", "threads,tasks", "--rounds", "1", "--param", "rate=20", "--out", "run");

        Assert.Equal((0, 2), (written.ExitCode, again.ExitCode));
        Assert.StartsWith("'mine.yaml' cannot be written: ", Assert.Single(again.Faults), StringComparison.Ordinal);
        Assert.Equal("", run.Error);
        var record = RunFile.Read(_folder["run"]);
        Assert.Equal(["mine"], record.Plan.Scenarios);
        // A busy machine lets the generator be late, and the run says so.
        Assert.All(record.Checks, check => Assert.True(check.Ok || check.Name.StartsWith("generator", StringComparison.Ordinal), check.Name));
    }

    [Fact]
    public async Task Capacity_finds_a_limit_holds_it_against_thresholds_and_two_of_them_are_compared()
    {
        await File.WriteAllTextAsync(_folder["locked.yaml"], Locked);

        var found = await CapacityAsync("one", "--expect", "locked.tasks.capacity > 1");
        var refused = await CapacityAsync("two", "--expect", "locked.tasks.capacity > 1000");
        var compared = await ClientProcess.RunAsync(_folder.Path, "compare", "one", "two");

        Assert.True(found.ExitCode == 0, found.Output + found.Error);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("locked.tasks.capacity > 1000", refused.Output, StringComparison.Ordinal);
        var capacity = RunFile.Read(_folder["one"]).Results.Single(result => result.Metric == "capacity");
        Assert.InRange(capacity.Median, capacity.Low, capacity.High);
        Assert.Equal((0, ""), (compared.ExitCode, compared.Error));
        Assert.Contains(" figures compared: ", compared.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ClientResult> CapacityAsync(string run, params string[] more) =>
        ClientProcess.RunAsync(_folder.Path, ["capacity", "locked.yaml", "--models", "tasks", "--out", run, .. more]);
}

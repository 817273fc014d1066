using System.Diagnostics;
using System.Globalization;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Tests.Workers;

/// <summary>Workers in processes of their own, which compute.</summary>
[Collection(Scenarios.TrialsCollection.Name)]
public sealed class WorkerStarterTests
{
    private const string Variant = "two";

    private static readonly WorkerOrder.RunTrial Order = new(Variant, Round: 3, Launch: 2, Sequential: TimeSpan.FromSeconds(1));

    [Fact]
    public async Task A_trial_comes_back_with_what_it_cost()
    {
        await using var worker = await StartAsync("threads", numbers: 100_000);

        var watched = await worker.RunAsync(Order, CancellationToken.None);

        var trial = watched.Trial;
        Assert.Equal(("cpu", Variant, "threads", 3, 2, null), (trial.Scenario, trial.Variant, trial.Model, trial.Round, trial.Launch, trial.Error));
        Assert.Equal(new OperationCounts(2, 2, 0, 0), trial.Operations);
        Assert.All(watched.Checks, check => Assert.True(check.Ok, check.Name));
        Assert.Superset(
            new HashSet<string> { "time", "cpu-time", "context-switches", "compiling", "gc-pause", "heap", "speed-up" },
            trial.Metrics.Keys.ToHashSet());
        if (OperatingSystem.IsLinux())
        {
            Assert.NotNull(watched.Interference);
            Assert.InRange(trial.Metrics["threads"], 1, 50);
            Assert.InRange(trial.Metrics["memory"], 1, 1 << 30);
        }
    }

    [Fact]
    public async Task Sequential_work_has_a_worker_too()
    {
        await using var worker = await StartAsync(model: null);

        Assert.True(await worker.RunSequentiallyAsync(new WorkerOrder.RunSequentially(Variant), CancellationToken.None) > TimeSpan.Zero);
        await Assert.ThrowsAsync<WorkerLostException>(() => worker.RunAsync(Order, CancellationToken.None));
    }

    [Fact]
    public async Task A_trial_without_work_shows_what_a_worker_does_by_itself()
    {
        await using var worker = await StartAsync("threads");

        var empty = await worker.RunAsync(
            new WorkerOrder.RunTrial(EmptyVariant.NameOfAll, TrialName.Empty, Launch: 1, Sequential: null), CancellationToken.None);

        Assert.InRange(empty.Trial.Metrics["context-switches"], 0, 200);
        Assert.InRange(empty.Trial.Metrics["cpu-time"], 0, empty.Trial.Metrics["time"]);
    }

    [LinuxFact]
    public async Task A_pinned_worker_sees_no_more_cores_than_it_was_given()
    {
        await using var worker = await StartAsync("threads", cores: 1);

        var watched = await worker.RunAsync(Order with { Variant = "all cores" }, CancellationToken.None);

        Assert.Equal(2, watched.Trial.Metrics["threads-used"]); // Two units for each core.
    }

    [LinuxFact]
    public async Task Silos_are_born_with_a_worker_and_end_with_it()
    {
        var others = Children("Interleave.Silo").ToList(); // Of other tests.
        var worker = await StartAsync("grains", silos: new AssignedSilos(Own: 2, "", [], []));
        var silos = Children("Interleave.Silo").Except(others).ToList();
        var watched = await worker.RunAsync(Order, CancellationToken.None);
        await worker.DisposeAsync();

        Assert.Equal(2, silos.Count);
        Assert.Null(watched.Trial.Error);
        Assert.True(watched.Trial.Metrics.ContainsKey("compiling")); // Told by each silo itself.
        Assert.DoesNotContain(silos, silo => Directory.Exists($"/proc/{silo}"));
    }

    [LinuxFact]
    public async Task A_worker_that_is_killed_in_the_middle_of_a_trial_is_lost_and_says_how()
    {
        await using var worker = await StartAsync("threads", numbers: 1_000_000_000);
        var trial = worker.RunAsync(Order, CancellationToken.None);
        using var process = Process.GetProcessById(Assert.Single(Children("\0worker\0")));

        process.Kill();

        var lost = await Assert.ThrowsAsync<WorkerLostException>(() => trial);
        Assert.Equal("its worker ended with exit code 137", lost.Message);
    }

    [LinuxFact]
    public async Task A_worker_that_hangs_is_ended()
    {
        var worker = await StartAsync("threads", clock: new ImpatientTime(ChildWorker.TrialLimit));
        var id = Assert.Single(Children("\0worker\0"));
        using (var freeze = Process.Start("kill", ["-STOP", id.ToString(CultureInfo.InvariantCulture)]))
        {
            await freeze.WaitForExitAsync();
        }

        var lost = await Assert.ThrowsAsync<WorkerLostException>(() => worker.RunAsync(Order, CancellationToken.None));

        Assert.Equal("did not end within 5 minutes; its worker was ended", lost.Message);
        await worker.DisposeAsync();
        Assert.Empty(Children("\0worker\0"));
    }

    [Fact]
    public async Task A_worker_whose_cluster_does_not_answer_is_not_born_and_says_why()
    {
        var nowhere = new AssignedSilos(Own: null, "nowhere", ["127.0.0.1:1"], [null]);

        var lost = await Assert.ThrowsAsync<WorkerLostException>(() => StartAsync("grains", silos: nowhere));

        Assert.StartsWith("No gateway of the cluster 'nowhere'", lost.Message, StringComparison.Ordinal);
    }

    private static Task<IWorker> StartAsync(string? model, int? cores = null, double? numbers = null, AssignedSilos? silos = null, TimeProvider? clock = null)
    {
        var parameters = ScenarioCatalogue.All.Single(scenario => scenario.Name == "cpu").Parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.Minimum);
        parameters["numbers"] = numbers ?? parameters["numbers"];
        var starter = new WorkerStarter(
            new Dictionary<string, string?>(), [Environment.ProcessId], Environment.ProcessId, _ => { }, clock ?? TimeProvider.System);
        return starter.StartAsync(new Assignment("cpu", model, Seed: 1, parameters, new Uri("http://localhost"), silos), cores, CancellationToken.None);
    }

    private static IEnumerable<int> Children(string word) => new ProcessTree(Environment.ProcessId).Descendants().Where(id =>
        File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Contains(word, StringComparison.Ordinal));
}

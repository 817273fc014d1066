using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>Whatever processes share while they run is gone with them, also when nobody has the time to clean up.</summary>
public sealed class NothingLeftTests : IDisposable
{
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(30);

    private const string TracesOfARun = "interleave-telemetry-";

    private readonly TemporaryFolder _folder = new();

    [LinuxTheory]
    [InlineData("ipc", "messages=10", "threads,processes")]
    [InlineData("race", "operations=8", "threads,processes")]
    [InlineData("isolation", "effort=10", "threads,processes")]
    [InlineData("switch", "rallies=1", "threads,processes")]
    public async Task A_run_that_is_killed_leaves_no_process_no_shared_memory_and_no_file(string scenario, string parameter, string models)
    {
        var temporary = Directory.CreateDirectory(_folder["tmp"]).FullName;
        var memoryBefore = SharedMemoryFiles();
        await using var client = ClientProcess.Start(
            _folder.Path,
            new Dictionary<string, string?> { ["TMPDIR"] = temporary },
            ["run", scenario, "--param", parameter, "--models", models, "--rounds", "1000", "--out", _folder["run"]]);
        await client.SaysAsync($"] {scenario}, round 2");

        Signals.Send(client.Id, Signals.Kill);

        await client.HasNoChildrenAsync(OrphansLimit);
        Assert.Equal(memoryBefore, SharedMemoryFiles());
        // Traces that nobody collected: the next run removes them.
        Assert.All(Entries(temporary), entry => Assert.StartsWith(TracesOfARun, entry, StringComparison.Ordinal));
    }

    [LinuxFact]
    public async Task A_start_removes_what_a_killed_run_left_and_only_that()
    {
        var temporary = Directory.CreateDirectory(_folder["tmp"]).FullName;
        var environment = new Dictionary<string, string?> { ["TMPDIR"] = temporary };
        string[] shortRun = ["run", "start", "--models", "threads", "--silos", "0", "--rounds", "1", "--out"];
        Directory.CreateDirectory(Path.Combine(temporary, $"{TracesOfARun}without-a-lock"));
        var living = Directory.CreateDirectory(Path.Combine(temporary, $"{TracesOfARun}that-lives")).FullName;
        using var held = new FileStream(Path.Combine(living, "run.lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        await using (var killed = ClientProcess.Start(_folder.Path, environment, SmallWork.LongRun(_folder["killed"], "--silos", "0")))
        {
            await killed.SaysAsync("] io, round 2");
            Signals.Send(killed.Id, Signals.Kill);
            await killed.HasNoChildrenAsync(OrphansLimit);
        }

        Assert.Equal(3, Entries(temporary).Count);
        await using var next = ClientProcess.Start(_folder.Path, environment, [.. shortRun, _folder["next"]]);
        await next.EndAsync();

        Assert.Equal([$"{TracesOfARun}that-lives", $"{TracesOfARun}without-a-lock"], Entries(temporary));
    }

    [LinuxFact]
    public async Task Units_that_are_lost_on_purpose_leave_nothing_and_say_nothing()
    {
        var temporary = Directory.CreateDirectory(_folder["tmp"]).FullName;
        await using var client = ClientProcess.Start(
            _folder.Path,
            new Dictionary<string, string?> { ["TMPDIR"] = temporary },
            ["run", "isolation", "--param", "effort=10", "--models", "threads,processes,grains", "--silos", "0", "--rounds", "1", "--out", _folder["run"]]);

        var result = await client.EndAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain(result.Lines, line => line.Contains("provoked", StringComparison.Ordinal) || line.Contains("FAILED", StringComparison.Ordinal));
        Assert.Empty(client.Children);
        Assert.Empty(Entries(temporary));
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<string> SharedMemoryFiles() => [.. Directory.EnumerateFiles("/dev/shm", "*interleave*").Order()];

    private static IReadOnlyList<string> Entries(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}

using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>Whatever processes share while they run is gone with them, also when nobody has the time to clean up.</summary>
public sealed class NothingLeftTests : IDisposable
{
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(30);

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
        Assert.Equal([], Directory.EnumerateFileSystemEntries(temporary).Select(Path.GetFileName));
        Assert.Equal(memoryBefore, SharedMemoryFiles());
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
        Assert.Equal([], Directory.EnumerateFileSystemEntries(temporary).Select(Path.GetFileName));
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<string> SharedMemoryFiles() => [.. Directory.EnumerateFiles("/dev/shm", "*interleave*").Order()];
}

using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>One run to its end, for many tests to look at.</summary>
public sealed class FinishedRun : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _parent = new();

    /// <summary>Its path is longer than a line of a narrow terminal.</summary>
    public string Folder => Path.Combine(_parent.Path, new string('x', 140), "run");

    public int ExitCode => Result.ExitCode;

    internal ClientResult Result { get; private set; } = new(-1, "", "");

    internal IReadOnlyList<int> LeftBehind { get; private set; } = [];

    internal Run Run => RunFile.Read(Folder);

    public async Task InitializeAsync()
    {
        await using var client = ClientProcess.Start(
            _parent.Path,
            new Dictionary<string, string?> { ["TERM"] = "xterm-256color" },
            SmallWork.Run(Folder, "--models", "threads,grains", "--silos", "2", "--seed", "7", "--export", "csv", "--expect", "io.threads.throughput > 0"));
        Result = await client.EndAsync();
        LeftBehind = client.Children;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _parent.Dispose();
}

using System.Diagnostics;
using Interleave.Client;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>The program itself, run once on a little work, in a folder of its own.</summary>
internal sealed class TracedRun : IDisposable
{
    private static readonly string[] LittleWork = ["--rounds", "1", "--param", "operations=40", "--param", "concurrency=4", "--param", "delay=5"];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("interleave-test-");

    public string Folder => Path.Combine(_parent.FullName, "run");

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public TimeSpan Elapsed { get; private set; }

    public static async Task<TracedRun> StartAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var run = new TracedRun();
        await run.FinishAsync(["run", "io", "--out", run.Folder, .. LittleWork, .. arguments], environment);
        return run;
    }

    public async Task FinishAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(DotnetHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Elapsed = clock.Elapsed;
        ExitCode = process.ExitCode;
        Output = await output + await errors;
    }

    public void Dispose() => _parent.Delete(recursive: true);
}

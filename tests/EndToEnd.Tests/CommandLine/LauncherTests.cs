using System.Diagnostics;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.CommandLine;

/// <summary>The script at the repository's root that builds and runs the client.</summary>
public sealed class LauncherTests
{
    [LinuxTheory]
    [InlineData("--runtime is 'x': orleans or embedded is allowed.", "--runtime", "x", "list")]
    [InlineData("--runtime is 'x': orleans or embedded is allowed.", "list", "--runtime=x")]
    [InlineData("--runtime is '': orleans or embedded is allowed.", "list", "--runtime")]
    public async Task An_unknown_runtime_is_refused_before_anything_is_built(string fault, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Launcher(), arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();

        Assert.Equal(fault, (await process.StandardError.ReadToEndAsync()).TrimEnd());
        Assert.Equal("", await output);
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }

    [LinuxFact]
    public async Task An_unknown_runtime_in_the_environment_is_refused_before_anything_is_built()
    {
        using var process = Process.Start(
            new ProcessStartInfo(Launcher(), ["list"]) { RedirectStandardError = true, Environment = { ["GrainRuntime"] = "x" } })!;

        Assert.Equal("GrainRuntime is 'x': orleans or embedded is allowed.", (await process.StandardError.ReadToEndAsync()).TrimEnd());
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }

    [LinuxFact]
    public async Task An_empty_runtime_in_the_environment_counts_as_none()
    {
        using var folder = new TemporaryFolder();
        const string WithABuiltClient = """
            cp "$1" . && client=artifacts/embedded/bin/Interleave.Client/release && mkdir -p $client && touch global.json BannedSymbols.txt
            mkdir Grains Silo Client Embedded build && touch Directory.Build.props artifacts/embedded/built
            echo "<GrainRuntime Condition=\"\">Embedded</GrainRuntime>" > artifacts/grain-runtime.props
            printf '#!/bin/sh\necho the client ran with "$@"\n' > $client/interleave && chmod +x $client/interleave
            GrainRuntime= exec ./interleave list
            """;
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-ec", WithABuiltClient, "sh", Launcher()]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;

        Assert.Equal("the client ran with list", (await process.StandardOutput.ReadToEndAsync()).TrimEnd());
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [LinuxFact]
    public async Task Without_the_SDK_it_says_what_is_needed()
    {
        using var folder = new TemporaryFolder();
        const string WithoutDotnet = """
            cp "$1" . && mkdir bin && for tool in readlink dirname sed tr find mkdir flock; do ln -s "$(command -v $tool)" bin/; done
            PATH=$PWD/bin exec ./interleave list
            """;
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", WithoutDotnet, "sh", Launcher()]) { WorkingDirectory = folder.Path, RedirectStandardError = true })!;

        Assert.Equal("dotnet was not found: install the .NET 10 SDK, or add it to PATH.", (await process.StandardError.ReadToEndAsync()).TrimEnd());
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }

    private static string Launcher()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Interleave.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return Path.Combine(folder.FullName, "interleave");
    }
}

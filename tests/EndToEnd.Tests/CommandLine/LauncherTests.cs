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

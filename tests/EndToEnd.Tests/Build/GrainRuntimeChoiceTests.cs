using System.Diagnostics;
using Interleave.Client;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Build;

/// <summary>What the build asks the package sources for before its first restore, and what it makes of their answers.</summary>
public sealed class GrainRuntimeChoiceTests : IDisposable
{
    /// <summary>Nothing listens there.</summary>
    private const string Unreachable = "http://127.0.0.1:1/v3/index.json";

    private const string AnyProject = """
        <Project Sdk="Microsoft.NET.Sdk" InitialTargets="ChooseGrainRuntime">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <Import Project="build/GrainRuntime.targets" />
        </Project>
        """;

    private readonly TemporaryFolder _folder = new();

    private string Answers => _folder["artifacts/grain-runtime.props"];

    public GrainRuntimeChoiceTests()
    {
        var root = Root();
        Directory.CreateDirectory(_folder["build"]);
        var targets = Directory.GetFiles(Path.Combine(root, "build")).Select(file => $"build/{Path.GetFileName(file)}");
        foreach (var file in targets.Append("Directory.Packages.props"))
        {
            File.Copy(Path.Combine(root, file), _folder[file]);
        }

        File.WriteAllText(_folder["Any.csproj"], AnyProject);
    }

    [Fact]
    public async Task Sources_without_the_packages_are_asked_once_for_each_version_also_by_two_restores_at_once()
    {
        Sources(Directory.CreateDirectory(_folder["empty"]).FullName);
        Directory.CreateDirectory(_folder["other"]);
        File.WriteAllText(_folder["other/Other.csproj"], AnyProject.Replace("build/", "../build/", StringComparison.Ordinal));

        foreach (var said in await Task.WhenAll(RestoreAsync("Any.csproj"), RestoreAsync("other/Other.csproj")))
        {
            Assert.DoesNotContain("error", said, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("asking the package sources", said, StringComparison.Ordinal);
            Assert.Contains("grain runtime Embedded, because the package sources of this machine lack", said, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder["artifacts/probe"]));
        Assert.Equal([Answers], Directory.GetFiles(_folder["artifacts"]));
        Assert.DoesNotContain("Interleave:", await RestoreAsync("Any.csproj"), StringComparison.Ordinal);

        var asked = File.ReadAllText(Answers);
        File.WriteAllText(Answers, asked.Replace("Microsoft.Orleans.Server ", "Microsoft.Orleans.Server 0.", StringComparison.Ordinal));
        Assert.Contains("asking the package sources", await RestoreAsync("Any.csproj"), StringComparison.Ordinal);
        Assert.Equal(asked, File.ReadAllText(Answers));
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_no_answer_and_is_asked_again()
    {
        Sources(Unreachable);

        for (var restore = 0; restore < 2; restore++)
        {
            var said = await RestoreAsync("Any.csproj");
            Assert.Contains("the package sources could not be asked for the Microsoft.Orleans packages (NU1301)", said, StringComparison.Ordinal);
            Assert.DoesNotContain("lack the", File.ReadAllText(Answers), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private void Sources(string source) => File.WriteAllText(
        _folder["NuGet.config"],
        $"""
        <configuration>
          <packageSources><clear /><add key="only" value="{source}" allowInsecureConnections="true" /></packageSources>
          <packageSourceMapping><clear /></packageSourceMapping>
        </configuration>
        """);

    /// <summary>What one restore says.</summary>
    private async Task<string> RestoreAsync(string project)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["restore", project, "--verbosity", "minimal"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            Environment =
            {
                ["NUGET_PACKAGES"] = _folder["packages"], ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["NUGET_ENABLE_ENHANCED_HTTP_RETRY"] = "true", ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1",
            },
        };
        start.Environment.Remove("GrainRuntime");
        start.Environment.Remove("ConsoleExporter");
        using var restore = Process.Start(start)!; // Starting by a path always makes a process, or throws.
        var said = await restore.StandardOutput.ReadToEndAsync();
        await restore.WaitForExitAsync();
        return said;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Interleave.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}

using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.CommandLine;

public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("claims")]
    [InlineData("compare")]
    [InlineData("report")]
    [InlineData("doctor")]
    [InlineData("trace")]
    [InlineData("new workload")]
    [InlineData("capacity")]
    [InlineData("advise")]
    [InlineData("drive")]
    [InlineData("cluster")]
    [InlineData("cluster up")]
    [InlineData("cluster status")]
    [InlineData("cluster add")]
    [InlineData("cluster stop")]
    [InlineData("cluster kill")]
    [InlineData("cluster freeze")]
    [InlineData("cluster thaw")]
    [InlineData("cluster restart")]
    [InlineData("cluster down")]
    public async Task Help_ends_with_examples(string command)
    {
        var result = await ClientProcess.RunAsync(_folder.Path, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-h"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"  interleave {command}", result.Output[result.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
    {
        var result = await ClientProcess.RunAsync(_folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_scenarios_parameters_and_metrics()
    {
        var result = await ClientProcess.RunAsync(_folder.Path, "list");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(["spinner", "grains", "concurrency", "throughput"], word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_breaks_no_line_of_the_source_where_it_is_piped()
    {
        var result = await ClientProcess.RunAsync(_folder.Path, "show", "all");

        Assert.Contains(result.Lines, line => line.Length > 120);
    }

    [Fact]
    public async Task Show_shows_the_source_of_the_asked_models()
    {
        var result = await ClientProcess.RunAsync(_folder.Path, "show", "cpu", "--models", "threads,grains");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("class CpuOnThreads", result.Output, StringComparison.Ordinal);
        Assert.Contains("class CpuOnGrains", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("class CpuOnLoop", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>A folder that cannot be written is told before anything is started.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("file")]
    [InlineData("file/run")]
    [InlineData("/proc/run")]
    public async Task A_folder_that_cannot_be_made_is_refused(string path)
    {
        await File.WriteAllTextAsync(_folder["file"], "mine");

        var result = await ClientProcess.RunAsync(_folder.Path, SmallWork.Run(path));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"The output folder '{path}' cannot be written: ", Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.Equal([_folder["file"]], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["file"]));
    }

    [TinyDiskFact]
    public async Task A_full_disk_is_told_before_measuring_starts()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        await using var client = ClientProcess.StartUnder(TinyDiskFactAttribute.Mount(disk), _folder.Path, [], SmallWork.Run("disk/run"));

        var result = await client.EndAsync();

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("The disk of 'disk/run' has 1 MiB left: a run needs 64 MiB.", Assert.Single(result.Faults));
    }

    public void Dispose() => _folder.Dispose();
}

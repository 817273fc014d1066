using Interleave.Client.Running;

namespace Interleave.Client.Tests.Running;

public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    [Fact]
    public void A_folder_is_taken_by_one_run_only_though_it_has_not_written_yet()
    {
        var path = Path.Combine(_folder.FullName, "run");

        Assert.Equal(path, RunFolder.Create(path, ["io"], DateTimeOffset.UnixEpoch));
        var error = Assert.Throws<UserError>(() => RunFolder.Create(path, ["io"], DateTimeOffset.UnixEpoch));

        Assert.Equal($"--out '{path}' holds a run already: name an empty folder.", Assert.Single(error.Lines));
    }

    [Fact]
    public void Many_runs_that_want_one_folder_at_once_leave_it_to_one()
    {
        var path = Path.Combine(_folder.FullName, "run");

        var taken = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Count(_ => TryCreate(path));

        Assert.Equal(1, taken);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool TryCreate(string path)
    {
        try
        {
            return RunFolder.Create(path, ["io"], DateTimeOffset.UnixEpoch) == path;
        }
        catch (UserError)
        {
            return false;
        }
    }
}

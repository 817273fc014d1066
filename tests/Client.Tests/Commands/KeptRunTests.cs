using Interleave.Client.Commands;
using Interleave.Client.Records;
using Interleave.Client.Tests.Judging;

namespace Interleave.Client.Tests.Commands;

public sealed class KeptRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    [Fact]
    public void A_run_whose_program_was_killed_is_judged_when_it_is_read()
    {
        var measured = new MadeUpRun()
            .Figures("io", "two", "threads", "throughput", 100, 101, 102)
            .Figures("io", "two", "tasks", "throughput", 200, 202, 204)
            .Build();
        RunFile.Save(measured with { FinishedAt = null, Complete = false }, _folder.FullName);

        var run = KeptRun.Read(_folder.FullName);

        Assert.Equal(2, Assert.Single(run.Contrasts).Ratio);
        Assert.False(run.Complete);
        Assert.Null(run.FinishedAt);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

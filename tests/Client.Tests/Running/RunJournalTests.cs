using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Running;

public sealed class RunJournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");

    [Fact]
    public void What_its_folder_no_longer_takes_stays_in_the_journal()
    {
        var plan = new Planner([new MadeUpScenario("tea")]).Plan(new PlanRequest(["tea"])).Plan;
        var journal = new RunJournal(
            _folder.FullName,
            new Run(Run.CurrentSchema, "id", DateTimeOffset.UnixEpoch, null, Complete: false, EnvironmentProbe.Read(), plan, [], [], [], [], []));
        journal.Save(journal.Run);
        Assert.True(journal.IsSaved);
        _folder.Delete(recursive: true);

        Assert.Throws<UnsavedException>(() => journal.Add(new WarmUpOutcome("tea", "hot", "threads", Trials: 2, Steady: true)));

        Assert.False(journal.IsSaved);
        Assert.Single(journal.Run.WarmUps);
    }

    public void Dispose()
    {
        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}

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
        var journal = Start(new SlowTime(TimeSpan.Zero));
        Assert.True(journal.IsSaved);
        _folder.Delete(recursive: true);

        Assert.Throws<UnsavedException>(() => journal.Add(AWarmUp));

        Assert.False(journal.IsSaved);
        Assert.Single(journal.Run.WarmUps);
    }

    [Fact]
    public void Each_trial_is_saved_as_it_ends_where_saving_takes_no_time()
    {
        var journal = Start(new SlowTime(TimeSpan.Zero));

        journal.Add(AWarmUp);

        Assert.Single(RunFile.Read(_folder.FullName).WarmUps);
    }

    [Fact]
    public void Saving_takes_a_twentieth_of_the_time_at_most()
    {
        var clock = new SlowTime(TimeSpan.FromSeconds(1));
        var journal = Start(clock);
        var saves = 0;

        for (var trial = 1; trial <= 200; trial++)
        {
            clock.Pass(TimeSpan.FromSeconds(1));
            journal.Add(AWarmUp);
            saves += journal.IsSaved ? 1 : 0;
        }

        Assert.InRange(saves, 18, 20);
    }

    [Fact]
    public void What_was_not_saved_as_it_ended_is_saved_with_what_comes_later()
    {
        var clock = new SlowTime(TimeSpan.FromSeconds(1));
        var journal = Start(clock);
        journal.Add(AWarmUp);
        Assert.Empty(RunFile.Read(_folder.FullName).WarmUps);

        clock.Pass(TimeSpan.FromMinutes(1));
        journal.Add(AWarmUp);

        Assert.Equal(2, RunFile.Read(_folder.FullName).WarmUps.Count);
    }

    [Fact]
    public void At_the_end_of_a_round_everything_is_saved()
    {
        var journal = Start(new SlowTime(TimeSpan.FromSeconds(1)));
        journal.Add(AWarmUp);
        journal.Add(AWarmUp);

        journal.SaveRest();

        Assert.True(journal.IsSaved);
        Assert.Equal(2, RunFile.Read(_folder.FullName).WarmUps.Count);
    }

    public void Dispose()
    {
        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    private static WarmUpOutcome AWarmUp => new("tea", "hot", "threads", Trials: 2, Steady: true);

    private RunJournal Start(TimeProvider clock)
    {
        var plan = new Planner([new MadeUpScenario("tea")]).Plan(new PlanRequest(["tea"])).Plan;
        var journal = new RunJournal(
            _folder.FullName,
            new Run(Run.CurrentSchema, "id", DateTimeOffset.UnixEpoch, null, Complete: false, EnvironmentProbe.Read(), plan, [], [], [], [], []),
            clock);
        journal.Save(journal.Run);
        return journal;
    }

    /// <summary>Time that passes when it is told to, and while something is saved, which looks at the clock before and after.</summary>
    private sealed class SlowTime(TimeSpan eachLook) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks += eachLook.Ticks;
    }
}

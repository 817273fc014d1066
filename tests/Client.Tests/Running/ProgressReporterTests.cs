using Interleave.Client.Records;
using Interleave.Client.Running;

namespace Interleave.Client.Tests.Running;

public sealed class ProgressReporterTests : IProgress<RunProgress>
{
    private static readonly TrialName Name = new("tea", "hot", "tasks", 1);
    private static readonly Trial Trial = new(
        "tea", "hot", "tasks", 1, new Dictionary<string, double>(), new Dictionary<string, double>(), new OperationCounts(0, 0, 0, 0), null);

    private readonly List<RunProgress> _reported = [];

    [Fact]
    public void A_warm_up_that_needs_more_trials_than_expected_never_shows_more_done_than_there_are()
    {
        var reporter = new ProgressReporter(this, expected: 2);
        for (var trial = 0; trial < 3; trial++)
        {
            reporter.Started(Name);
            reporter.Ended(Name, Trial);
        }

        Assert.Equal([(1, 2), (2, 2), (3, 3)], _reported.OfType<RunProgress.TrialEnded>().Select(ended => (ended.Done, ended.Total)));
    }

    [Fact]
    public void The_time_left_is_known_after_the_first_trial()
    {
        var reporter = new ProgressReporter(this, expected: 2);
        reporter.Started(Name);
        reporter.Ended(Name, Trial);
        reporter.Started(Name);

        Assert.Equal([true, false], _reported.OfType<RunProgress.TrialStarted>().Select(started => started.Left is null));
    }

    void IProgress<RunProgress>.Report(RunProgress value) => _reported.Add(value);
}

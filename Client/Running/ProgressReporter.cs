using System.Diagnostics;
using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>Counts trials and estimates the time left, for display.</summary>
/// <param name="expected">Trials that the run will have; a warm-up may need more.</param>
internal sealed class ProgressReporter(IProgress<RunProgress> progress, int expected)
{
    private readonly TimeLeft _timeLeft = new();
    private int _done;
    private long _started;

    private int Total => Math.Max(expected, _done);

    public void Preparing(string what) => progress.Report(new RunProgress.Preparing(what));

    /// <summary>Counts a trial that runs beside others, whose time tells nothing about those to come.</summary>
    public void Prepared() => Interlocked.Increment(ref _done);

    public void Measured(string scenario) => progress.Report(new RunProgress.ScenarioMeasured(scenario));

    public void Started(TrialName name)
    {
        progress.Report(new RunProgress.TrialStarted(name, _done, Total, _timeLeft.Of(Total - _done)));
        _started = Stopwatch.GetTimestamp();
    }

    public void Ended(TrialName name, Trial trial)
    {
        _timeLeft.Add(Stopwatch.GetElapsedTime(_started));
        _done++;
        progress.Report(new RunProgress.TrialEnded(name, trial, _done, Total));
    }
}

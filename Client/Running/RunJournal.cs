using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Running;

/// <summary>Keeps a run as it grows and saves it after every trial, so that a crash loses next to nothing of what was measured.</summary>
/// <remarks>
/// A file is replaced as a whole, and takes the longer the more it holds. Where that would be felt, a few trials of one round are saved together: saving
/// takes a twentieth of a round at most, and once more at its end.
/// </remarks>
internal sealed class RunJournal(string folder, Run started, TimeProvider clock)
{
    private const int PauseAfterSaving = 19;

    private long _saved;
    private TimeSpan _pause;

    public Run Run { get; private set; } = started;

    /// <summary>Whether the folder holds all that was measured.</summary>
    public bool IsSaved { get; private set; }

    public void Add(WarmUpOutcome outcome) => Keep(Run with { WarmUps = [.. Run.WarmUps, outcome] });

    public void Add(EmptyTrial trial) => Keep(Run with { EmptyTrials = [.. Run.EmptyTrials, trial] });

    public void Add(Trial trial, IEnumerable<Check> checks) => Keep(Run with { Trials = [.. Run.Trials, trial], Checks = [.. Run.Checks, .. checks] });

    /// <summary>Notes how long a traced trial took, beside the measured ones.</summary>
    public void AddTraced(string scenario, string variant, string model, double time) =>
        Keep(Run with { TracedTrials = [.. Run.TracedTrials, new TracedTrial(scenario, variant, model, time, MedianTime(scenario, variant, model))] });

    /// <summary>The median time of what was measured so far, in seconds; null where nothing was.</summary>
    public double? MedianTime(string scenario, string variant, string model)
    {
        var measured = Run.Trials
            .Where(trial => trial.Error is null && (trial.Scenario, trial.Variant, trial.Model) == (scenario, variant, model))
            .Select(trial => trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var value) ? value : double.NaN)
            .Where(double.IsFinite)
            .ToList();
        return measured.Count == 0 ? null : measured.Median();
    }

    /// <exception cref="UnsavedException">The folder takes no more; <see cref="Run"/> holds what it could not.</exception>
    public void Save(Run run)
    {
        Run = run;
        var start = clock.GetTimestamp();
        try
        {
            RunFile.Save(run, folder);
            IsSaved = true;
            _saved = clock.GetTimestamp();
            _pause = PauseAfterSaving * clock.GetElapsedTime(start, _saved);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            IsSaved = false;
            throw new UnsavedException(exception);
        }
    }

    /// <summary>Saves what was kept back, at the end of a round.</summary>
    public void SaveRest()
    {
        if (!IsSaved)
        {
            Save(Run);
        }
    }

    private void Keep(Run run)
    {
        if (clock.GetElapsedTime(_saved) >= _pause)
        {
            Save(run);
        }
        else
        {
            (Run, IsSaved) = (run, false);
        }
    }
}

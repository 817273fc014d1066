using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Running;

/// <summary>Keeps a run as it grows and saves it after every trial, so that a crash loses none of what was measured.</summary>
internal sealed class RunJournal(string folder, Run started)
{
    public Run Run { get; private set; } = started;

    /// <summary>Whether the folder holds all that was measured.</summary>
    public bool IsSaved { get; private set; }

    public void Add(WarmUpOutcome outcome) => Save(Run with { WarmUps = [.. Run.WarmUps, outcome] });

    public void Add(EmptyTrial trial) => Save(Run with { EmptyTrials = [.. Run.EmptyTrials, trial] });

    public void Add(Trial trial, IEnumerable<Check> checks) => Save(Run with { Trials = [.. Run.Trials, trial], Checks = [.. Run.Checks, .. checks] });

    /// <summary>Notes how long a traced trial took, beside the measured ones.</summary>
    public void AddTraced(string scenario, string variant, string model, double time)
    {
        var measured = Run.Trials
            .Where(trial => trial.Error is null && (trial.Scenario, trial.Variant, trial.Model) == (scenario, variant, model))
            .Select(trial => trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var value) ? value : double.NaN)
            .Where(double.IsFinite)
            .ToList();
        Save(
            Run with { TracedTrials = [.. Run.TracedTrials, new TracedTrial(scenario, variant, model, time, measured.Count == 0 ? null : measured.Median())] });
    }

    /// <exception cref="UnsavedException">The folder takes no more; <see cref="Run"/> holds what it could not.</exception>
    public void Save(Run run)
    {
        Run = run;
        try
        {
            RunFile.Save(run, folder);
            IsSaved = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            IsSaved = false;
            throw new UnsavedException(exception);
        }
    }
}

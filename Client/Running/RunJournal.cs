using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>Keeps a run as it grows and saves it after every trial, so that a crash loses none of what was measured.</summary>
internal sealed class RunJournal(string folder, Run started)
{
    public Run Run { get; private set; } = started;

    /// <summary>Whether the folder holds all that was measured.</summary>
    public bool IsSaved { get; private set; }

    public void Add(WarmUpOutcome outcome) => Save(Run with { WarmUps = [.. Run.WarmUps, outcome] });

    public void Add(Trial trial, IEnumerable<Check> checks, IReadOnlyList<RoundNoise> noise) => Save(Run with
    {
        Trials = [.. Run.Trials.Append(trial).Zip(noise, Mark)],
        Checks = [.. Run.Checks, .. checks],
    });

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

    /// <summary>Each new sample may change what the others mean.</summary>
    private static Trial Mark(Trial trial, RoundNoise noise) => trial with { Noise = noise.Slowdown, Disturbed = noise.Disturbed };
}

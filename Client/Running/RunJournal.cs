using Interleave.Client.Measuring;
using Interleave.Client.Recording;

namespace Interleave.Client.Running;

/// <summary>Keeps a run as it grows and saves it after every trial, so that a crash loses none of what was measured.</summary>
internal sealed class RunJournal(string folder, Run started)
{
    public Run Run { get; private set; } = started;

    public void Add(WarmUpOutcome outcome) => Save(Run with { WarmUps = [.. Run.WarmUps, outcome] });

    public void Add(Trial trial, IEnumerable<Check> checks, IReadOnlyList<RoundNoise> noise) => Save(Run with
    {
        Trials = [.. Run.Trials.Append(trial).Zip(noise, Mark)],
        Checks = [.. Run.Checks, .. checks],
    });

    public void Save(Run run)
    {
        Run = run;
        RunFile.Save(run, folder);
    }

    /// <summary>Each new sample may change what the others mean.</summary>
    private static Trial Mark(Trial trial, RoundNoise noise) => trial with { Noise = noise.Slowdown, Disturbed = noise.Disturbed };
}

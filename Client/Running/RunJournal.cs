using Interleave.Client.Recording;

namespace Interleave.Client.Running;

/// <summary>Keeps a run as it grows and saves it after every trial, so that a crash loses none of what was measured.</summary>
internal sealed class RunJournal(string folder, Run started)
{
    public Run Run { get; private set; } = started;

    public void Add(Trial trial, IEnumerable<Check> checks) =>
        Save(Run with { Trials = [.. Run.Trials, trial], Checks = [.. Run.Checks, .. checks] });

    public void Save(Run run)
    {
        Run = run;
        RunFile.Save(run, folder);
    }
}

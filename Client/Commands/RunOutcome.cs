using Interleave.Client.Records;

namespace Interleave.Client.Commands;

/// <summary>Whether a run is what it was meant to be.</summary>
internal static class RunOutcome
{
    public static int ExitCodeOf(Run run, RunEnd end, bool keptAll) =>
        end.Interrupted ? ExitCode.Interrupted
        : !keptAll || end.Trouble is not null || Failed(run) ? ExitCode.Failed
        : ExitCode.Done;

    private static bool Failed(Run run) => run.Checks.Any(check => !check.Ok) || run.Trials.Any(trial => trial.Error is not null);
}

using Interleave.Client.Running;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A plain line as each round of a scenario begins, for files and pipes; a trial that fails has a line of its own.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgress<RunProgress>
{
    private readonly HashSet<(string Scenario, int Round)> _begun = [];

    public void Report(RunProgress value)
    {
        switch (value)
        {
            case RunProgress.Preparing preparing:
                output.WriteLine(preparing.What);
                break;
            case RunProgress.TrialStarted started when _begun.Add((started.Name.Scenario, started.Name.Round)):
                output.WriteLine(
                    FormattableString.Invariant($"[{started.Done * 100 / Math.Max(1, started.Total)} %] {started.Name.Scenario}, {started.Name.When}"));
                break;
            case RunProgress.TrialEnded { Trial.Error: { } error } ended:
                output.WriteLine(VisibleText.OneLine($"FAILED {ended.Name}, {ended.Name.When}: {error}"));
                break;
        }
    }
}

using Interleave.Client.Running;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One plain line a trial, for files and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgress<RunProgress>
{
    public void Report(RunProgress value)
    {
        switch (value)
        {
            case RunProgress.Preparing preparing:
                output.WriteLine(preparing.What);
                break;
            case RunProgress.TrialEnded ended:
                output.WriteLine(
                    $"[{ended.Done}/{ended.Total}] {ended.Name.When}  {ended.Name}  {TrialOutcome.Of(ended.Trial)}");
                break;
        }
    }
}

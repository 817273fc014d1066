using Interleave.Client.Running;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A bar, the trial in progress and the time left, on a terminal.</summary>
internal sealed class LiveProgress(ProgressContext display) : IProgress<RunProgress>
{
    private readonly ProgressTask _task = display.AddTask("starting", autoStart: true);

    public void Report(RunProgress value)
    {
        switch (value)
        {
            case RunProgress.Preparing preparing:
                _task.IsIndeterminate = true;
                _task.Description = preparing.What.EscapeMarkup();
                break;
            case RunProgress.TrialStarted started:
                _task.IsIndeterminate = false;
                _task.MaxValue = started.Total;
                _task.Value = started.Done;
                var left = started.Left is { } time ? $", about {Math.Ceiling(time.TotalSeconds):0} s left" : "";
                _task.Description = $"{started.Name.When}: {started.Name}{left}".EscapeMarkup();
                break;
            case RunProgress.TrialEnded ended:
                _task.Value = ended.Done;
                break;
        }
    }
}

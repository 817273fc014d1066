using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One model's spinner beside one kind of slow work: it moves on by a step with every frame that the model shows, and by nothing else.</summary>
/// <param name="clock">Tells since when there was no new frame.</param>
internal sealed class WatchedSpinner(TimeProvider clock)
{
    private const string Steps = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    /// <summary>With frames due every tenth of a second, nobody takes a shorter pause for a freeze.</summary>
    private static readonly TimeSpan Freeze = TimeSpan.FromMilliseconds(250);

    /// <summary>A spinner with most of its frames was not frozen.</summary>
    private const double Most = 0.5;

    private readonly Lock _gate = new();
    private int _frames;
    private long _lastFrame;
    private bool _runs;
    private string? _end;

    public void Begin()
    {
        lock (_gate)
        {
            (_runs, _lastFrame) = (true, clock.GetTimestamp());
        }
    }

    public void Show()
    {
        lock (_gate)
        {
            _frames++;
            _lastFrame = clock.GetTimestamp();
        }
    }

    public void End(Trial trial) => End(trial.Error is { } error ? Failure(error) : Describe(trial));

    public void Fail(string why) => End(Failure(why));

    /// <summary>What is to be seen now, and whether it stands still.</summary>
    public (string Text, bool IsFrozen) Look()
    {
        lock (_gate)
        {
            var still = clock.GetElapsedTime(_lastFrame);
            return _end is not null ? (_end, false)
                : !_runs ? ("", false)
                : still > Freeze ? (string.Create(CultureInfo.InvariantCulture, $"{Step} frozen {still.TotalSeconds:0.0} s"), true)
                : ($"{Step} turning", false);
        }
    }

    private void End(string how)
    {
        lock (_gate)
        {
            (_runs, _end) = (false, how);
        }
    }

    private char Step => Steps[_frames % Steps.Length];

    private static string Failure(string why) => $"failed: {why}";

    private static string Describe(Trial trial) => trial.Metrics["frames-shown"] is var shown && shown >= Most
        ? $"turned, {Quantity.Format(shown, Quantity.Share)}"
        : $"froze for {Quantity.Format(trial.Metrics["longest-freeze"], "s")}";
}

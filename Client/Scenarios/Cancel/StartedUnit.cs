using Interleave.Grains.Cancel;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>A unit that works until it is stopped from outside.</summary>
/// <param name="Begun">Completes when the unit is at work.</param>
/// <param name="Stop">Tells it to stop, and returns at once.</param>
/// <param name="Ended">Completes when it has ended, with what it left behind.</param>
internal sealed record StartedUnit(Task Begun, Action Stop, Task<StopReport> Ended)
{
    /// <summary>Starts a unit that blocks.</summary>
    /// <param name="start">Runs what it is given on a thread.</param>
    /// <param name="work">Works until the signal is set.</param>
    public static StartedUnit Blocking(Action<Action> start, WorkLog log, Func<CancellationToken, StopReport> work)
    {
        var signal = new CancellationTokenSource();
        // Whoever waits for the end does so on a loop: what goes on inline is but a post to it.
        var ended = new TaskCompletionSource<StopReport>();
        start(() =>
        {
            try
            {
                ended.SetResult(work(signal.Token));
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
        });
        return new StartedUnit(log.WhenBegun, signal.Cancel, ended.Task);
    }
}

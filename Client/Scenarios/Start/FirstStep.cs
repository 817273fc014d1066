using System.Diagnostics;

namespace Interleave.Client.Scenarios.Start;

/// <summary>Tells when a unit took its first step, counted from when it was about to be created.</summary>
internal sealed class FirstStep
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _created = Stopwatch.GetTimestamp();
    private long _at;

    /// <summary>What the unit does.</summary>
    public void Take() => TakenAt(Stopwatch.GetTimestamp());

    /// <summary>What a unit in another process did, by the clock that all processes of a machine share.</summary>
    public void TakenAt(long timestamp)
    {
        _at = timestamp;
        _taken.SetResult();
    }

    /// <summary>Blocks until the step is taken; null where that takes longer.</summary>
    public TimeSpan? Within(TimeSpan patience) => ((IAsyncResult)_taken.Task).AsyncWaitHandle.WaitOne(patience) ? Elapsed : null;

    /// <summary>Awaits the step; null where that takes longer.</summary>
    public async Task<TimeSpan?> WithinAsync(TimeSpan patience)
    {
        try
        {
            await _taken.Task.WaitAsync(patience);
            return Elapsed;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_created, _at);
}

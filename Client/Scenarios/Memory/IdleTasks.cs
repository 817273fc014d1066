namespace Interleave.Client.Scenarios.Memory;

/// <summary>Tasks that wait for a timer which never comes due, until all of them are let go.</summary>
internal sealed class IdleTasks : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly List<Task> _tasks = [];
    private readonly CancellationTokenSource _end = new();

    private IdleTasks()
    {
    }

    public static IdleTasks None() => new();

    public void Add(int count, MemoryJob job, TrialContext trial)
    {
        for (var unit = 0; unit < count; unit++)
        {
            _tasks.Add(job.BareTimers ? BareTimer(trial) : IdleAsync(trial));
        }
    }

    public async Task LetGoAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _tasks.Clear();
        _tasks.TrimExcess();
    }

    public void Dispose() => _end.Dispose();

    private async Task IdleAsync(TrialContext trial)
    {
        using var unit = trial.Unit("idle");
        // An exception for each of a million that are let go would take longer than all the rest.
        await Task.Delay(Never, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private Task BareTimer(TrialContext trial)
    {
        trial.Recorder.Units.Enter();
        return Task.Delay(Never, _end.Token);
    }
}

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A fork for coroutines of one loop: as they run on one thread, a field and a list do without any lock.</summary>
/// <remarks>A semaphore that is awaited with a token would go on beside the loop.</remarks>
internal sealed class LoopFork : IAwaitedFork
{
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private bool _isHeld;

    public bool TryTake() => !_isHeld && (_isHeld = true);

    public async Task TakeAsync(CancellationToken giveWay)
    {
        if (TryTake())
        {
            return;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = _waiting.AddLast(turn);
        using var givenUp = giveWay.Register(() => turn.TrySetCanceled(giveWay));
        try
        {
            await turn.Task;
        }
        finally
        {
            if (place.List is not null)
            {
                _waiting.Remove(place); // Given up before the turn came.
            }
        }
    }

    public void Put()
    {
        while (_waiting.First is { } next)
        {
            _waiting.Remove(next);
            if (next.Value.TrySetResult())
            {
                return; // It stays taken, by the next one now.
            }
        }

        _isHeld = false;
    }

    public void Dispose()
    {
        // Nothing but memory.
    }
}

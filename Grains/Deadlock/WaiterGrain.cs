namespace Interleave.Grains.Deadlock;

/// <summary>Reentrant, for those that leave must get in while others wait for a seat.</summary>
[Reentrant]
internal sealed class WaiterGrain : Grain, IWaiterGrain
{
    private readonly Queue<TaskCompletionSource> _standing = [];
    private TaskCompletionSource _everybodyHoldsOne = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seats;
    private int _withoutFork;

    public Task Prepare(int philosophers)
    {
        _seats = philosophers - 1;
        _withoutFork = philosophers;
        _everybodyHoldsOne = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _standing.Clear();
        return Task.CompletedTask;
    }

    public Task Seat()
    {
        if (_seats > 0)
        {
            _seats--;
            return Task.CompletedTask;
        }

        var seat = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _standing.Enqueue(seat);
        return seat.Task;
    }

    public Task Leave()
    {
        if (_standing.TryDequeue(out var next))
        {
            next.SetResult();
        }
        else
        {
            _seats++;
        }

        return Task.CompletedTask;
    }

    public Task HoldsOne()
    {
        if (--_withoutFork == 0)
        {
            _everybodyHoldsOne.SetResult();
        }

        return _everybodyHoldsOne.Task;
    }
}

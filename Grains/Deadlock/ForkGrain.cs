using System.Diagnostics;

namespace Interleave.Grains.Deadlock;

/// <summary>Reentrant, for the one that puts it down must get in while others wait for it; between two awaits nobody else does.</summary>
[Reentrant]
internal sealed class ForkGrain : Grain, IForkGrain
{
    private readonly List<(WaitingPhilosopher Who, TaskCompletionSource<bool> Turn)> _waiting = [];
    private int? _holder;

    public Task Lay()
    {
        _holder = null;
        _waiting.ForEach(waiting => waiting.Turn.SetResult(false));
        _waiting.Clear();
        return Task.CompletedTask;
    }

    public Task<bool> Take(int philosopher)
    {
        if (_holder is null)
        {
            _holder = philosopher;
            return Task.FromResult(true);
        }

        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((new WaitingPhilosopher(philosopher, Stopwatch.GetTimestamp()), turn));
        return turn.Task;
    }

    public Task Put(int philosopher)
    {
        if (_holder != philosopher)
        {
            throw new InvalidOperationException($"Philosopher {philosopher} puts down fork {this.GetPrimaryKeyLong()}, which {_holder} holds.");
        }

        if (_waiting is [var next, ..])
        {
            _waiting.RemoveAt(0);
            _holder = next.Who.Philosopher;
            next.Turn.SetResult(true);
        }
        else
        {
            _holder = null;
        }

        return Task.CompletedTask;
    }

    public Task SendAway(int philosopher)
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Who.Philosopher == philosopher).ToList())
        {
            _waiting.Remove(waiting);
            waiting.Turn.SetResult(false);
        }

        return Task.CompletedTask;
    }

    public Task<ForkLook> Look() => Task.FromResult(new ForkLook(_holder, [.. _waiting.Select(waiting => waiting.Who)]));
}

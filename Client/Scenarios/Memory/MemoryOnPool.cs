using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle work item holds a thread of the pool, which makes one or two more a second for those that still wait for one.</summary>
internal sealed class MemoryOnPool() : MemoryWorkload(Model.Pool)
{
    private readonly List<PoolGroup> _items = [];
    private RestingPlace _place = new();

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _items.Add(PoolGroup.Start(count, () => _place.Rest(trial)));
        _place.AwaitArrival(count * _items.Count, job.Patience);
        return Task.CompletedTask;
    }

    protected override Task LetGoAsync()
    {
        _place.LetGo();
        // Not from a thread of the pool, which the items may need to end.
        ThreadGroup.Run(() => _items.ForEach(item => item.Join()));
        _items.Clear();
        _place = new RestingPlace();
        return Task.CompletedTask;
    }
}

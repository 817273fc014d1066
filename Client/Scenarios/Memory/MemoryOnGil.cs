using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>A thread as any other; that it may not run without the lock costs nothing while it is idle.</summary>
internal sealed class MemoryOnGil() : MemoryWorkload(Model.Gil)
{
    private readonly List<ThreadGroup> _threads = [];
    private RestingPlace _place = new();

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        _threads.Add(ThreadGroup.Start(count, () => gil.Run(() => _ = Rest(gil, trial))));
        _place.AwaitArrival(count * _threads.Count, job.Patience);
        return Task.CompletedTask;
    }

    protected override Task LetGoAsync()
    {
        _place.LetGo();
        _threads.ForEach(thread => thread.Join());
        _threads.Clear();
        _place = new RestingPlace();
        return Task.CompletedTask;
    }

    private bool Rest(GlobalLock gil, TrialContext trial) => gil.Released(() =>
    {
        _place.Rest(trial);
        return true;
    });
}

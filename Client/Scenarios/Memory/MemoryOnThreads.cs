using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle thread keeps its stack, and a place in the system's tables.</summary>
internal sealed class MemoryOnThreads() : MemoryWorkload(Model.Threads)
{
    private readonly List<ThreadGroup> _threads = [];
    private RestingPlace _place = new();

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _threads.Add(ThreadGroup.Start(count, () => _place.Rest(trial)));
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
}

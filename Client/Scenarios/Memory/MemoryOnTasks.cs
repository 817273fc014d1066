using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle task is an object that its timer knows, and no thread at all.</summary>
internal sealed class MemoryOnTasks() : MemoryWorkload(Model.Tasks)
{
    private IdleTasks _tasks = IdleTasks.None();

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _tasks.Add(count, job, trial);
        return Task.CompletedTask;
    }

    protected override async Task LetGoAsync()
    {
        await _tasks.LetGoAsync();
        _tasks.Dispose();
        _tasks = IdleTasks.None();
    }
}

using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle coroutine weighs what an idle task weighs; all of them are made, and end, on one thread.</summary>
internal sealed class MemoryOnLoop() : MemoryWorkload(Model.Loop)
{
    private IdleTasks _coroutines = IdleTasks.None();

    public override Task<MemoryAnswer> RunAsync(MemoryJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        try
        {
            return await base.RunAsync(job, trial, cancellation);
        }
        finally
        {
            await _coroutines.LetGoAsync();
        }
    });

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _coroutines.Add(count, job, trial);
        return Task.CompletedTask;
    }

    protected override Task LetGoAsync()
    {
        _coroutines.Dispose();
        _coroutines = IdleTasks.None();
        return Task.CompletedTask;
    }
}

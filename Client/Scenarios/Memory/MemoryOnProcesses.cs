using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle process has a runtime of its own; the pages of its program it shares with the others.</summary>
internal sealed class MemoryOnProcesses() : MemoryWorkload(Model.Processes)
{
    private readonly List<ProcessPool<int, int>> _pools = [];

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _pools.Add(ProcessPool<int, int>.Start<Idle>(count, cancellation: cancellation));
        for (var process = 0; process < count; process++)
        {
            trial.Recorder.Units.Enter(); // It has said that it is ready.
        }

        return Task.CompletedTask;
    }

    protected override Task LetGoAsync()
    {
        _pools.ForEach(pool => pool.Dispose());
        _pools.Clear();
        return Task.CompletedTask;
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => _pools.SelectMany(pool => pool.ProcessIds);

    protected override Task<long?> OtherHeapsAsync(TrialContext trial) => Task.FromResult<long?>(null);

    private sealed class Idle : IProcessWork<int, int>
    {
        public int Do(int request, CancellationToken cancellation) => request;
    }
}

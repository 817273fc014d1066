using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle work item holds a thread of the pool, which makes one or two more a second for those that still wait for one.</summary>
/// <remarks>The pool keeps its threads for the trials to come, where they would cost nothing: each trial has the pool of a fresh process.</remarks>
internal sealed class MemoryOnPool() : MemoryWorkload(Model.Pool)
{
    private ProcessPool<ItemsToAdd, int>? _process;

    protected override bool HoldsUnits => false;

    public override Task PrepareAsync(MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _process = ProcessPool<ItemsToAdd, int>.Start<IdleItems>(processes: 1, cancellation: cancellation);
        return Task.CompletedTask;
    }

    protected override Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        try
        {
            _process?.Units[0].Ask(new ItemsToAdd(count, job.Patience), cancellation);
        }
        catch (ProcessWorkException failed)
        {
            throw new TimeoutException(failed.Message, failed);
        }

        for (var item = 0; item < count; item++)
        {
            trial.Recorder.Units.Enter(); // It has come to rest.
        }

        return Task.CompletedTask;
    }

    protected override Task LetGoAsync()
    {
        _process?.Dispose();
        _process = null;
        return Task.CompletedTask;
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => _process?.ProcessIds ?? [];

    protected override Task<long?> OtherHeapsAsync(TrialContext trial) => Task.FromResult<long?>(null);

    private sealed record ItemsToAdd(int Count, TimeSpan Patience);

    private sealed class IdleItems : IProcessWork<ItemsToAdd, int>
    {
        private readonly RestingPlace _place = new();
        private int _items;

        /// <exception cref="TimeoutException">Some did not get a thread in time.</exception>
        public int Do(ItemsToAdd request, CancellationToken cancellation)
        {
            PoolGroup.Start(request.Count, _place.Rest);
            _items += request.Count;
            _place.AwaitArrival(_items, request.Patience);
            return _items;
        }
    }
}

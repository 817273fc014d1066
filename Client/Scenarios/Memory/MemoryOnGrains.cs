using Interleave.Client.Models;
using Interleave.Grains.Memory;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>An idle grain is an activation that its silo keeps for the next call; it could be let go and made again without anybody noticing.</summary>
internal sealed class MemoryOnGrains() : MemoryWorkload(Model.Grains)
{
    private const int CallsAtOnce = 1_000;

    // Those before are asked where they are, one in each silo goes on to tell of its heap.
    private const int FirstUnit = 1_000;

    private readonly List<IIdleGrain> _grains = [];
    private IReadOnlyList<IIdleGrain> _oneASilo = [];
    private TrialContext? _trial;

    public override async Task PrepareAsync(MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        _trial = trial;
        _oneASilo = trial.SiloProcesses.Count == 0 ? [] : [.. (await trial.FindGrainsAsync<IIdleGrain>(trial.SiloProcesses.Count, 1)).Select(silo => silo[0])];
    }

    protected override async Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        var added = trial.FreshGrainsOf<IIdleGrain>(FirstUnit + _grains.Count + count).Skip(FirstUnit + _grains.Count).ToList();
        foreach (var some in added.Chunk(CallsAtOnce))
        {
            await Task.WhenAll(some.Select(grain => grain.Rest()));
            foreach (var grain in some)
            {
                _grains.Add(grain);
                trial.Recorder.Units.Enter(); // It has answered: it is active.
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    protected override async Task LetGoAsync()
    {
        foreach (var some in _grains.Chunk(CallsAtOnce))
        {
            await Task.WhenAll(some.Select(grain => grain.Leave()));
        }

        _grains.Clear();
        _grains.TrimExcess();
        if (_trial is not null)
        {
            await OtherHeapsAsync(_trial);
        }
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial) => trial.SiloProcesses;

    protected override async Task<long?> OtherHeapsAsync(TrialContext trial) =>
        (await Task.WhenAll(_oneASilo.Select(grain => grain.CollectGarbage()))).Sum();
}

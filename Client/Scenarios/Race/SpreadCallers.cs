using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Grains that live in as many processes as there are silos, taken in turn from each.</summary>
internal sealed record SpreadCallers(IReadOnlyList<ICallerGrain> Grains, int Processes)
{
    /// <summary>So many candidates for each that every silo is sure to hold some, wherever the runtime places them.</summary>
    private const int CandidatesACaller = 8;

    public static SpreadCallers None { get; } = new([], 0);

    public static async Task<SpreadCallers> FindAsync(TrialContext trial, int count)
    {
        var candidates = trial.GrainsOf<ICallerGrain>(count * CandidatesACaller).ToList();
        var processes = await Task.WhenAll(candidates.Select(candidate => candidate.Process()));
        var inTurn = candidates.Zip(processes)
            .GroupBy(pair => pair.Second)
            .SelectMany(process => process.Select((pair, place) => (Caller: pair.First, pair.Second, Place: place)))
            .OrderBy(caller => caller.Place)
            .Take(count)
            .ToList();
        return new SpreadCallers([.. inTurn.Select(caller => caller.Caller)], inTurn.Select(caller => caller.Second).Distinct().Count());
    }
}

using Interleave.Grains.Location;

namespace Interleave.Grains.Race;

/// <inheritdoc cref="ICallerGrain"/>
internal sealed class CallerGrain : Grain, ICallerGrain
{
    public Task Take(long state, StepRange steps)
    {
        var shared = GrainFactory.GetGrain<IOneTurnGrain>(state);
        return steps.ForEachAsync(number => shared.Take(new StepRange(number, 1)));
    }

    public Task<string> Silo() => ThisSilo.Name;
}

namespace Interleave.Grains.Isolation;

/// <inheritdoc cref="IStoringGrain"/>
internal sealed class StoringGrain([PersistentState("kept")] IPersistentState<long> kept) : FailingUnit, IStoringGrain
{
    public override async Task<long> Add()
    {
        kept.State++;
        await kept.WriteStateAsync();
        return kept.State;
    }
}

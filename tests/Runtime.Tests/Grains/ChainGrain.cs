namespace Runtime.Tests.Grains;

internal sealed class ChainGrain : Grain, IChainGrain
{
    private bool _staying;

    public async Task<string> KeyByWayOf(string other, bool allowed)
    {
        using var open = allowed ? RequestContext.AllowCallChainReentrancy() : default(IDisposable);
        return await Other(other).KeyOf(this.GetPrimaryKeyString());
    }

    public Task<string> KeyOf(string other) => Other(other).Key();

    public Task<string> Key() => Task.FromResult(_staying ? "called while it stayed" : this.GetPrimaryKeyString());

    public async Task<string> KeyByWayOfAndStay(string other)
    {
        using var open = RequestContext.AllowCallChainReentrancy();
        var key = await Other(other).KeyOf(this.GetPrimaryKeyString());
        _staying = true;
        await GrainFactory.GetGrain<ILedgerGrain>(key).Write("staying");
        await GrainFactory.GetGrain<ILedgerGrain>(key).Await(2);
        _staying = false;
        return key;
    }

    private IChainGrain Other(string key) => GrainFactory.GetGrain<IChainGrain>(key);
}

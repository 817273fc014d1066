namespace Runtime.Tests.Grains;

internal sealed class CopyGrain : Grain, ICopyGrain
{
    private List<int> _kept = [];

    public Task Keep(List<int> list)
    {
        list.Add(0);
        _kept = list;
        return Task.CompletedTask;
    }

    public Task<List<int>> Show() => Task.FromResult(_kept);

    public async Task<List<int>> KeepAndShow(List<int> list)
    {
        await Keep(list);
        return _kept;
    }

    public Task<Identity> Echo(Identity identity) => Task.FromResult(identity);

    public Task<Parcel> Echo(Parcel parcel) => Task.FromResult(parcel);
}

namespace Runtime.Tests.Embedded;

internal sealed class UnmarkedGrain : Grain, IUnmarkedGrain
{
    private int _calls;

    public Task Take(object value)
    {
        _calls++;
        return Task.CompletedTask;
    }

    public Task<object> Give()
    {
        _calls++;
        return Task.FromResult<object>(new Samples.Unmarked(1));
    }

    public Task Fail()
    {
        _calls++;
        throw new Samples.UntoldException(new Samples.Unmarked(1));
    }

    public Task<int> Count() => Task.FromResult(_calls);
}

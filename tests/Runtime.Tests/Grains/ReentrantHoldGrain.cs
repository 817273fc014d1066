namespace Runtime.Tests.Grains;

[Reentrant]
internal sealed class ReentrantHoldGrain : Grain, IReentrantHoldGrain
{
    private readonly List<string> _journal = [];
    private readonly TaskCompletionSource _held = new();
    private readonly TaskCompletionSource _letGo = new();

    public async Task Hold()
    {
        _journal.Add("hold");
        _held.TrySetResult();
        await _letGo.Task;
        _journal.Add("let go");
    }

    public Task Held() => _held.Task;

    public Task Touch()
    {
        _journal.Add("touch");
        return Task.CompletedTask;
    }

    public Task LetGo()
    {
        _letGo.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<string[]> Journal() => Task.FromResult(_journal.ToArray());
}

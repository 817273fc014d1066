namespace Runtime.Tests.Grains;

/// <summary>A call that is held up, others that come meanwhile, and the order in which they ran.</summary>
internal abstract class Holding : Grain
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

    public Task HoldForImpatientCallers() => Hold();

    public Task Touch()
    {
        _journal.Add("touch");
        return Task.CompletedTask;
    }

    public Task Held() => _held.Task;

    public Task LetGo()
    {
        _letGo.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<string[]> Journal() => Task.FromResult(_journal.ToArray());
}

namespace Runtime.Tests.Grains;

[Reentrant]
internal sealed class LedgerGrain : Grain, ILedgerGrain
{
    private readonly List<string> _entries = [];
    private TaskCompletionSource _written = new();

    public Task Write(string entry)
    {
        _entries.Add(entry);
        var written = _written;
        _written = new TaskCompletionSource();
        written.SetResult();
        return Task.CompletedTask;
    }

    public async Task<string[]> Await(int entries)
    {
        while (_entries.Count < entries)
        {
            await _written.Task;
        }

        return [.. _entries];
    }
}

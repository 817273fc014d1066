using Interleave.Embedded.Streaming;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Endings;

public sealed class ClosedSequenceTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();
    private readonly TaskCompletionSource _item = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _otherItem = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    [Fact]
    public async Task A_sequence_that_hears_nothing_of_its_closing_is_closed_when_its_next_item_comes()
    {
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        await silo.Grains.GetGrain<IIdentityGrain>("key").WhoAreYou();
        var closing = new TaskCompletionSource<Task>();

        silo.Silo.Catalog.Movable.Single().Scheduler.Post(() =>
        {
            var stream = new ActivationStream<int>(_ => Items(), silo.Silo);
            _ = stream.NextAsync();
            closing.SetResult(stream.DisposeAsync().AsTask());
        });
        var closed = await closing.Task.WaitAsync(Limit);
        _item.SetResult();

        await closed.WaitAsync(Limit);
        Assert.True(_ended);
    }

    public void Dispose() => _folder.Dispose();

    private async IAsyncEnumerable<int> Items()
    {
        try
        {
            await _item.Task;
            yield return 1;
            await _otherItem.Task;
            yield return 2;
        }
        finally
        {
            _ended = true;
        }
    }
}

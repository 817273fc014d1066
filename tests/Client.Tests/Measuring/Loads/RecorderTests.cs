using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class RecorderTests
{
    private readonly VirtualTime _time = new();
    private readonly Recorder _recorder;

    public RecorderTests()
    {
        _recorder = new Recorder(new Clock(_time));
    }

    [Fact]
    public void A_closed_load_offers_as_many_operations_as_it_says_no_matter_who_takes_them()
    {
        var operations = Operations.Of(new ClosedLoad(4, 1_000), _recorder, CancellationToken.None);
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            foreach (var operation in operations)
            {
                operation.Run(() => { });
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(new OperationCounts(1_000, 1_000, 0, 0), _recorder.Counts);
        Assert.Equal(1_000, _recorder.Latency.Count);
    }

    [Fact]
    public void Units_are_alive_from_their_first_operation_to_their_last()
    {
        var operations = Operations.Of(new ClosedLoad(3, 4), _recorder, CancellationToken.None);
        using var first = operations.GetEnumerator();
        using var second = operations.GetEnumerator();
        using var late = operations.GetEnumerator();
        first.MoveNext();
        second.MoveNext();
        first.MoveNext();
        first.MoveNext();
        first.MoveNext();
        second.MoveNext();

        Assert.False(late.MoveNext());
        Assert.Equal(2, _recorder.Units.Peak);
    }

    [Fact]
    public async Task Failures_and_timeouts_are_counted_apart_and_leave_no_latency()
    {
        await Run(() => throw new InvalidOperationException("first"));
        await Run(() => throw new TimeoutException());
        await Run(() => throw new TaskCanceledException("as an HttpClient says it", new TimeoutException()));
        await Run(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });

        Assert.Equal(new OperationCounts(4, 1, 1, 2), _recorder.Counts);
        Assert.Equal("first", _recorder.FirstFailure?.Message);
        Assert.Equal(2, _recorder.Latency.Percentile(0.5), 0.002);
        Assert.Equal(1, _recorder.Latency.Count);
    }

    [Fact]
    public async Task A_cancelled_operation_is_neither_failed_nor_completed_and_tells_its_unit()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run(() => throw new OperationCanceledException()));
        Assert.Equal(new OperationCounts(1, 0, 0, 0), _recorder.Counts);
    }

    private Task Run(Func<Task> body) => new Operation(0, null, _recorder).RunAsync(body);
}

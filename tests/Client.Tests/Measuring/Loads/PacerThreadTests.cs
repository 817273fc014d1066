using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class PacerThreadTests
{
    private static readonly OpenLoad Load = new(8, 2_000, TimeSpan.FromMilliseconds(250), Arrivals.Poisson, 3);

    private readonly Recorder _recorder = new();

    [Fact]
    public void Threads_get_every_operation_once_and_none_before_it_is_due()
    {
        var operations = Operations.Of(Load, _recorder, CancellationToken.None);
        var numbers = new List<long>();
        var early = 0;
        var threads = Enumerable.Range(0, Load.Concurrency).Select(_ => new Thread(() =>
        {
            foreach (var operation in operations)
            {
                lock (numbers)
                {
                    numbers.Add(operation.Number);
                    early += _recorder.Clock.Now < operation.IntendedStart ? 1 : 0;
                }
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(0, early);
        Assert.Equal(Enumerable.Range(0, (int)_recorder.Generator.Report!.Planned).Select(number => (long)number), numbers.Order());
        Assert.Equal(0, _recorder.Generator.Report.Dropped);
    }

    [Fact]
    public async Task Cooperative_units_come_back_to_their_loop_after_each_wait()
    {
        var operations = Operations.Of(Load, _recorder, CancellationToken.None);
        var threads = new HashSet<int>();
        var completed = await EventLoop.RunAsync(async () =>
        {
            var units = Enumerable.Range(0, Load.Concurrency).Select(async _ =>
            {
                var count = 0;
                await foreach (var operation in operations)
                {
                    threads.Add(Environment.CurrentManagedThreadId); // One thread: no lock.
                    count++;
                }

                return count;
            });
            return (await Task.WhenAll(units)).Sum();
        });

        Assert.Single(threads);
        Assert.Equal(_recorder.Generator.Report!.Planned, completed);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_for_an_operation_that_is_an_hour_away()
    {
        using var source = new CancellationTokenSource();
        var hourly = new OpenLoad(1, 1.0 / 3600, TimeSpan.FromHours(2), Arrivals.Constant, 0);
        var operations = Operations.Of(hourly, _recorder, source.Token);
        var firstTaken = new TaskCompletionSource();
        var blocking = Task.Run(() =>
        {
            foreach (var _ in operations)
            {
                firstTaken.SetResult();
            }
        });
        await firstTaken.Task;
        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => blocking.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_for_a_load_that_has_not_begun()
    {
        using var source = new CancellationTokenSource();
        var operations = Operations.Of(Load, _recorder, source.Token); // For eight units, of which one comes.
        var waiting = TakeAll(operations, source);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_unit_can_let_go_of_something_while_it_waits_and_only_then()
    {
        var load = Load with { Concurrency = 1 };
        var waits = 0;
        var completed = 0;
        bool Waiting(Func<bool> wait)
        {
            waits++;
            return wait();
        }

        Operations.Of(load, _recorder, CancellationToken.None).ForEach(_ => completed++, Waiting);

        Assert.Equal(completed + 1, waits);
        Operations.Of(new ClosedLoad(1, 10), _recorder, CancellationToken.None).ForEach(_ => completed++, Waiting);
        Assert.Equal(_recorder.Counts.Completed, completed);
        Assert.Equal(completed + 1 - 10, waits);
    }

    [Fact]
    public async Task Cancellation_ends_an_awaited_wait_as_well()
    {
        using var source = new CancellationTokenSource();
        var hourly = new OpenLoad(1, 1.0 / 3600, TimeSpan.FromHours(2), Arrivals.Constant, 0);
        var awaiting = TakeAll(Operations.Of(hourly, _recorder, source.Token), source);

        await Assert.ThrowsAsync<OperationCanceledException>(() => awaiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task TakeAll(Operations operations, CancellationTokenSource source)
    {
        await foreach (var _ in operations)
        {
            source.CancelAfter(TimeSpan.FromMilliseconds(1));
        }
    }
}

using System.Collections.Concurrent;
using Interleave.Client.Models;

namespace Interleave.Client.Tests.Models;

public sealed class PoolGroupTests
{
    [Fact]
    public void Every_item_runs_once_and_on_a_thread_of_the_pool()
    {
        var onPool = new ConcurrentBag<bool>();

        OffPool(() => PoolGroup.Run(10, () => onPool.Add(Thread.CurrentThread.IsThreadPoolThread)));

        Assert.Equal(Enumerable.Repeat(true, 10), onPool);
    }

    [Fact]
    public void Items_that_do_different_things_are_waited_for_together()
    {
        var done = new ConcurrentBag<int>();

        OffPool(() => PoolGroup.Run(Enumerable.Range(0, 5).Select(number => (Action)(() => done.Add(number)))));

        Assert.Equal([0, 1, 2, 3, 4], done.Order());
    }

    [Fact]
    public void The_failure_of_an_item_reaches_the_one_that_joins_when_all_have_ended()
    {
        var ended = 0;

        void Join() => OffPool(() => PoolGroup.Run(5, () =>
        {
            if (Interlocked.Increment(ref ended) == 1)
            {
                throw new FormatException("told");
            }
        }));

        Assert.Equal("told", Assert.Throws<FormatException>(Join).Message);
        Assert.Equal(5, ended);
    }

    [Fact]
    public async Task A_thread_of_the_pool_is_not_taken_for_waiting()
    {
        var items = PoolGroup.Start(1, () => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(items.Join));
    }

    [Fact]
    public void Forgetting_growth_leaves_the_limits_of_the_pool_as_they_were()
    {
        ThreadPool.GetMaxThreads(out var most, out var mostForIo);

        PoolGroup.ForgetGrowth();

        ThreadPool.GetMaxThreads(out var mostAfter, out var mostForIoAfter);
        Assert.Equal((most, mostForIo), (mostAfter, mostForIoAfter));
    }

    [Fact]
    public void No_items_are_done_at_once() => OffPool(() => PoolGroup.Run(0, () => { }));

    private static void OffPool(Action body) => ThreadGroup.Run(body);
}

using System.Collections.Concurrent;
using Interleave.Client.Models;

namespace Interleave.Client.Tests.Models;

public sealed class ThreadGroupTests
{
    [Fact]
    public void Every_thread_is_a_thread_of_its_own_and_runs_beside_the_others()
    {
        using var together = new Barrier(3);
        var threads = new ConcurrentBag<int>();

        ThreadGroup.Start(3, () =>
        {
            Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(30)));
            threads.Add(Environment.CurrentManagedThreadId);
        }).Join();

        Assert.Equal(3, threads.Append(Environment.CurrentManagedThreadId).Distinct().Count() - 1);
    }

    [Fact]
    public void Threads_that_do_different_things_run_beside_each_other()
    {
        using var ping = new SemaphoreSlim(0);
        using var pong = new SemaphoreSlim(0);

        ThreadGroup.Start(() => Turn(ping, pong), () => Turn(pong, ping)).Join();

        static void Turn(SemaphoreSlim mine, SemaphoreSlim other)
        {
            other.Release();
            Assert.True(mine.Wait(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public void The_failure_of_a_thread_reaches_the_one_that_joins_when_all_have_ended()
    {
        var ended = 0;
        var group = ThreadGroup.Start(3, () =>
        {
            if (Interlocked.Increment(ref ended) == 1)
            {
                throw new FormatException("told");
            }
        });

        Assert.Equal("told", Assert.Throws<FormatException>(group.Join).Message);
        Assert.Equal(3, ended);
    }
}

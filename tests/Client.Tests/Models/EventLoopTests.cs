using Interleave.Client.Models;

namespace Interleave.Client.Tests.Models;

public sealed class EventLoopTests
{
    [Fact]
    public async Task Everything_runs_on_one_thread_no_matter_who_completes_what_is_awaited()
    {
        var threads = await EventLoop.RunAsync(async () =>
        {
            var seen = new List<int>();
            await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            {
                seen.Add(Environment.CurrentManagedThreadId);
                await Task.Run(() => { });
                seen.Add(Environment.CurrentManagedThreadId);
            }));
            return seen;
        });

        Assert.Equal(40, threads.Count);
        Assert.Single(threads.Distinct());
        Assert.NotEqual(Environment.CurrentManagedThreadId, threads[0]);
    }

    [Fact]
    public async Task Coroutines_go_on_in_the_order_in_which_they_yielded()
    {
        var steps = await EventLoop.RunAsync(async () =>
        {
            var taken = new List<string>();
            await Task.WhenAll(StepAsync("a"), StepAsync("b"));
            return taken;

            async Task StepAsync(string name)
            {
                taken.Add($"{name}1");
                await Task.Yield();
                taken.Add($"{name}2");
            }
        });

        Assert.Equal(["a1", "b1", "a2", "b2"], steps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_reaches_the_caller(bool afterAnAwait)
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => EventLoop.RunAsync(FailAsync));

        Assert.Equal("told", failure.Message);

        async Task<int> FailAsync()
        {
            if (afterAnAwait)
            {
                await Task.Yield();
            }

            throw new FormatException("told");
        }
    }

    [Fact]
    public async Task A_failure_that_nobody_awaits_ends_the_loop()
    {
        var never = new TaskCompletionSource<int>();

        await Assert.ThrowsAsync<FormatException>(() => EventLoop.RunAsync(() =>
        {
            FailUnawaited();
            return never.Task;
        }));

        static async void FailUnawaited()
        {
            await Task.Yield();
            throw new FormatException();
        }
    }

    [Fact]
    public async Task Cancellation_reaches_the_caller_as_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        var running = EventLoop.RunAsync<int>(async () =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancelled.Token);
            return 1;
        });

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(running.IsCanceled);
    }

    [Fact]
    public async Task What_comes_after_the_end_is_dropped()
    {
        var late = new TaskCompletionSource();
        var resumed = false;
        var loop = await EventLoop.RunAsync(() =>
        {
            _ = ResumeLateAsync();
            return Task.FromResult(SynchronizationContext.Current);
        });

        late.SetResult();
        loop!.Post(_ => resumed = true, null);

        Assert.False(resumed);

        async Task ResumeLateAsync()
        {
            await late.Task;
            resumed = true;
        }
    }
}

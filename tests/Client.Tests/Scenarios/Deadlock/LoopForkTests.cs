using Interleave.Client.Models;
using Interleave.Client.Scenarios.Deadlock;

namespace Interleave.Client.Tests.Scenarios.Deadlock;

public sealed class LoopForkTests
{
    [Fact]
    public Task A_fork_goes_to_those_who_wait_in_the_order_in_which_they_came() => EventLoop.RunAsync(async () =>
    {
        using var fork = new LoopFork();
        Assert.True(fork.TryTake());
        var (first, second) = (fork.TakeAsync(CancellationToken.None), fork.TakeAsync(CancellationToken.None));

        fork.Put();
        await first;
        Assert.False(second.IsCompleted);
        fork.Put();
        await second;
        Assert.False(fork.TryTake());
        fork.Put();

        return fork.TryTake() ? true : throw new InvalidOperationException("Nobody holds it.");
    });

    [Fact]
    public Task A_unit_that_gave_up_waiting_is_passed_over() => EventLoop.RunAsync(async () =>
    {
        using var fork = new LoopFork();
        using var giveWay = new CancellationTokenSource();
        Assert.True(fork.TryTake());
        var (first, second) = (fork.TakeAsync(giveWay.Token), fork.TakeAsync(CancellationToken.None));

        await giveWay.CancelAsync();
        fork.Put();

        await second;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        return true;
    });
}

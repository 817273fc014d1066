using Interleave.Embedded.Calls;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class CallDeadlinesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(16);

    private readonly ManualTime _time = new();
    private readonly CallDeadlines _deadlines;

    public CallDeadlinesTests() => _deadlines = new CallDeadlines(_time, Patience);

    [Fact]
    public async Task A_call_fails_when_its_patience_is_over_and_not_before()
    {
        var early = Wait(out _);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        var late = Wait(out _);

        _time.Advance(Patience - TimeSpan.FromSeconds(1.6));
        Assert.False(early.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.1));
        await Assert.ThrowsAsync<TimeoutException>(() => early);
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => late);
    }

    [Fact]
    public async Task A_call_that_was_answered_is_forgotten_and_its_place_serves_the_next()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var answered = Wait(out var call);
            call.Fail(new InvalidOperationException("answered"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => answered);
            var open = Wait(out _);
            _time.Advance(2 * Patience);
            await Assert.ThrowsAsync<TimeoutException>(() => open);
        }
    }

    [Fact]
    public void The_places_of_answered_calls_serve_later_ones()
    {
        var stripe = new CallDeadlines.Stripe();
        var calls = Enumerable.Range(0, 100).Select(_ => NewCall()).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            foreach (var call in calls)
            {
                stripe.Add(call, now: 0);
            }

            foreach (var call in calls)
            {
                call.Waits.End();
            }
        }

        Assert.True(stripe.IsEmpty);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public async Task Of_many_calls_each_runs_out_of_its_own_time()
    {
        var waiting = new List<Task>();
        for (var i = 0; i < 100; i++)
        {
            waiting.Add(Wait(out _));
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.InRange(waiting.Count(call => !call.IsCompleted), Math.Min(i + 1, 16), Math.Min(i + 1, 17));
        }

        _time.Advance(2 * Patience);
        Assert.All(waiting, call => Assert.True(call.IsFaulted));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting[0]);
    }

    [Fact]
    public void No_timer_runs_while_no_call_waits()
    {
        Assert.Equal(0, _time.RunningTimers);
        _ = Wait(out var call);
        Assert.Equal(1, _time.RunningTimers);

        call.Fail(new InvalidOperationException("answered"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, _time.RunningTimers);

        _ = Wait(out _);
        Assert.Equal(1, _time.RunningTimers);
    }

    [Fact]
    public async Task A_cancelled_call_neither_waits_nor_runs_out_of_time()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Wait(out var call, cancellation.Token);

        await cancellation.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, fault.CancellationToken);
        Assert.True(call.IsCancelled);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, _time.RunningTimers);
    }

    private static Call<NoResult> NewCall()
    {
        // It has that method.
        var method = (GrainMethod<NoResult>)GrainInterface.Of(typeof(IHoldGrain)).Methods[typeof(IHoldGrain).GetMethod(nameof(IHoldGrain.Hold))!];
        return new Call<NoResult>(new GrainId("class", "key"), method, []);
    }

    private Task<NoResult> Wait(out Call<NoResult> call, CancellationToken cancellationToken = default)
    {
        call = NewCall();
        return call.AnswerAsync(_deadlines, cancellationToken);
    }
}

using System.Runtime.CompilerServices;
using Interleave.Embedded.Calls;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Calls;

public sealed class CallTests
{
    private static readonly CallDeadlines Deadlines = new(new ManualTime(), TimeSpan.FromDays(1));

    /// <remarks>A call and its cancellation may pass each other on the way.</remarks>
    [Fact]
    public void A_call_that_was_cancelled_on_its_way_is_cancelled_where_it_comes_to()
    {
        var place = new Place();
        var call = Made();
        call.Cancel();

        call.Place = place;

        Assert.Equal([call], place.Cancelled);
    }

    [Fact]
    public void A_cancellation_follows_a_call_to_where_it_is_and_nowhere_else()
    {
        var (before, now) = (new Place(), new Place());
        var call = Made();
        call.Place = before;
        call.Place = now;

        call.Cancel();

        Assert.Empty(before.Cancelled);
        Assert.Equal([call], now.Cancelled);
    }

    [Fact]
    public void An_answered_call_is_kept_by_nobody_also_where_its_callers_token_lives_on()
    {
        using var living = new CancellationTokenSource();
        var call = AnswerOne(living.Token);

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(call.IsAlive);
        living.Cancel();
    }

    [Fact]
    public void A_request_that_came_over_a_wire_counts_it_and_keeps_the_version_of_the_cluster()
    {
        var header = new RequestHeader(Class: 1, "key", Method: 2, Hops: 3, View: 4, Trace: null, Context: null);

        var call = Method.Receive(new GrainId("class", "key"), header, [], origin: null, originId: 0);

        Assert.Equal((4, 4), (call.Hops, call.View));
        Assert.True(call.IsOwned);
    }

    // It has that method.
    private static GrainMethod<NoResult> Method =>
        (GrainMethod<NoResult>)GrainInterface.Of(typeof(IHoldGrain)).Methods[typeof(IHoldGrain).GetMethod(nameof(IHoldGrain.Hold))!];

    private static Call<NoResult> Made() => new(new GrainId("class", "key"), Method, []);

    /// <remarks>In a frame of its own, so that no local variable keeps the call.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AnswerOne(CancellationToken token)
    {
        var call = Made();
        _ = call.AnswerAsync(Deadlines, token);
        call.Fail(new InvalidOperationException("answered"));
        return new WeakReference(call);
    }

    private sealed class Place : ICallPlace
    {
        public List<Call> Cancelled { get; } = [];

        public void Cancel(Call call) => Cancelled.Add(call);
    }
}

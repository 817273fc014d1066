using System.Threading.Channels;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Placement;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Placement;

public sealed class HeldCallsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();
    private readonly Channel<Call> _tried = Channel.CreateUnbounded<Call>();
    private readonly HeldCalls _held;

    public HeldCallsTests() => _held = new HeldCalls(call => _tried.Writer.TryWrite(call), _time, Patience);

    [Fact]
    public async Task Calls_are_tried_again_in_their_order_when_more_is_known()
    {
        var calls = Enumerable.Range(0, 3).Select(_ => Made().Call).ToArray();
        Array.ForEach(calls, call => _held.Hold(call, _held.Changes));
        Assert.False(_tried.Reader.TryPeek(out _));

        _held.Release();

        foreach (var call in calls)
        {
            Assert.Same(call, await _tried.Reader.ReadAsync());
        }
    }

    /// <remarks>Nobody would release it: what it waits for has come already.</remarks>
    [Fact]
    public async Task A_call_whose_way_came_to_be_known_while_it_was_looked_for_is_tried_again_at_once()
    {
        var before = _held.Changes;
        _held.Release();
        var (call, _) = Made();

        _held.Hold(call, before);

        Assert.Same(call, await _tried.Reader.ReadAsync());
    }

    [Fact]
    public async Task A_call_whose_way_stays_unknown_is_refused_when_its_patience_is_over_and_not_before()
    {
        var (early, earlyAnswer) = Made();
        _held.Hold(early, _held.Changes);
        _time.Advance(Patience - TimeSpan.FromSeconds(1));
        var (late, lateAnswer) = Made();
        _held.Hold(late, _held.Changes);

        _held.Expire();
        Assert.False(earlyAnswer.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        _held.Expire();

        var fault = await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => earlyAnswer);
        Assert.Contains("was not carried out", fault.Message, StringComparison.Ordinal);
        Assert.False(lateAnswer.IsCompleted);
        _held.Release();
        Assert.Same(late, await _tried.Reader.ReadAsync());
        Assert.False(_tried.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task A_call_that_its_caller_gave_up_is_not_kept()
    {
        using var cancellation = new CancellationTokenSource();
        var (given, answer) = Made(cancellation.Token);
        var (kept, _) = Made();
        _held.Hold(given, _held.Changes);
        _held.Hold(kept, _held.Changes);

        await cancellation.CancelAsync();
        _held.Expire();
        _held.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Same(kept, await _tried.Reader.ReadAsync());
    }

    [Fact]
    public void There_is_an_end_to_how_many_calls_are_held()
    {
        var (call, _) = Made();

        var fault = Assert.Throws<OrleansMessageRejectionException>(() =>
        {
            for (var held = 0; held <= 1 << 16; held++)
            {
                _held.Hold(call, _held.Changes);
            }
        });

        Assert.Contains("65,536 calls", fault.Message, StringComparison.Ordinal);
    }

    private (Call Call, Task Answer) Made(CancellationToken cancellationToken = default)
    {
        // It has that method.
        var method = (GrainMethod<NoResult>)GrainInterface.Of(typeof(IHoldGrain)).Methods[typeof(IHoldGrain).GetMethod(nameof(IHoldGrain.Hold))!];
        var call = new Call<NoResult>(new GrainId("class", "key"), method, []);
        return (call, call.AnswerAsync(new CallDeadlines(_time, 100 * Patience), cancellationToken));
    }
}

using Interleave.Embedded.Calls;
using Interleave.Embedded.Network;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Network;

public sealed class UnansweredCallsTests
{
    private const int Most = 1 << 17;

    private readonly UnansweredCalls _calls = new();

    [Fact]
    public void An_end_that_asks_for_too_much_at_once_is_refused_and_served_again_when_something_was_answered()
    {
        Add(from: 1, Most);

        var fault = Assert.Throws<OrleansMessageRejectionException>(() => Add(Most + 1, 1));
        Assert.Contains("131,072 calls", fault.Message, StringComparison.Ordinal);
        Assert.False(_calls.Includes(Most + 1));

        Assert.NotNull(_calls.Take(7));
        Add(Most + 2, 1);
        Assert.Throws<OrleansMessageRejectionException>(() => Add(Most + 3, 1));
    }

    [Fact]
    public void A_call_is_answered_or_given_up_once()
    {
        Add(from: 1, 1);

        Assert.NotNull(_calls.Take(1));

        Assert.Null(_calls.Take(1));
        Assert.True(_calls.IsEmpty);
    }

    [Fact]
    public void Calls_of_an_end_that_is_gone_are_cancelled()
    {
        var waiting = Add(from: 1, 2);

        _calls.CancelAll();

        Assert.All(waiting, call => Assert.True(call.IsCancelled));
    }

    private Call[] Add(long from, int count)
    {
        var type = typeof(IHoldGrain);
        var method = (GrainMethod<NoResult>)GrainInterface.Of(type).Methods[type.GetMethod(nameof(IHoldGrain.Hold))!]; // It has that method.
        var added = Enumerable.Range(0, count).Select(i => new Call<NoResult>(new GrainId("class", "key"), method, []) { OriginId = from + i }).ToArray();
        Array.ForEach(added, _calls.Add);
        return added;
    }
}

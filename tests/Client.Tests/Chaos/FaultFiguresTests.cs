using Interleave.Client.Chaos;
using Interleave.Grains.Ledger;

namespace Interleave.Client.Tests.Chaos;

public sealed class FaultFiguresTests
{
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact]
    public void A_steady_load_never_falls_and_is_never_silent_for_long()
    {
        var outcome = Of([.. Steady(0, 20)]);

        Assert.Equal(0, outcome.RecoveredAfter);
        Assert.InRange(outcome.LongestSilence, 0.009, 0.011);
        Assert.Equal(1_000, outcome.Answered);
    }

    [Fact]
    public void A_stall_is_as_long_as_nobody_was_answered()
    {
        var outcome = Of([.. Steady(0, 6), .. Steady(9, 20)]);

        Assert.InRange(outcome.LongestSilence, 2.99, 3.02);
        // The fault strikes at 5 s; throughput is back where it stays high for the next second.
        Assert.InRange(outcome.RecoveredAfter!.Value, 3.8, 4.2);
    }

    [Fact]
    public void A_load_that_does_not_come_back_has_no_time_of_recovery()
    {
        Assert.Null(Of([.. Steady(0, 6)]).RecoveredAfter);
    }

    [Fact]
    public void Calls_are_counted_by_their_end_and_those_that_were_under_way_when_the_fault_struck_are_its_calls()
    {
        var outcome = Of(
        [
            new(4.8, 4.9, CallOutcome.Refused), new(4.9, 5.1, CallOutcome.Unknown), new(5, 5.1, CallOutcome.Refused), new(6, 17, CallOutcome.Unknown),
            new(7, 7.1, CallOutcome.Answered), new(15, 15.1, CallOutcome.Answered),
        ]);

        Assert.Equal((1, 1, 2), (outcome.Answered, outcome.Refused, outcome.Unknown));
    }

    [Fact]
    public void Activations_that_moved_lose_what_they_had_in_memory()
    {
        var outcome = Of(
            [.. Steady(0, 20)],
            before: [new Tally(10, 7, First, "a"), new Tally(20, 20, First, "b")],
            after: [new Tally(12, 2, Second, "b"), new Tally(25, 25, First, "b")]);

        Assert.Equal((1, 7), (outcome.Moved, outcome.LostInMemory));
    }

    [Fact]
    public void What_storage_kept_from_before_the_fault_and_what_it_lost_meanwhile_is_told()
    {
        var sent = ((int[])[2, 3, 6, 7]).Select(acknowledged => Samples.Sent(acknowledged, acknowledged)).ToList();

        var outcome = Of([], sent, lost: [7]);

        Assert.Equal((2, 1), (outcome.KeptInStorage, outcome.LostInStorage));
    }

    [Fact]
    public void Every_call_after_a_failed_one_is_a_retry_but_none_follows_the_last()
    {
        var outcome = Of(
            [],
            sent:
            [
                Samples.Sent(1, acknowledged: 7, due: 6, refused: 2), Samples.Sent(2, acknowledged: 7, due: 6, unknown: 1, wasKnown: true),
                Samples.Sent(3, due: 6, acknowledged: null, unknown: 3), Samples.Sent(4, acknowledged: 17, due: 16, refused: 9),
            ]);

        Assert.Equal((2, 3, 1), (outcome.RetriedAfterRefusal, outcome.RetriedAfterUnknown, outcome.CarriedThoughUnknown));
    }

    [Fact]
    public void A_transfer_that_the_fault_interrupted_is_told_with_it_though_it_was_due_before()
    {
        var outcome = Of([], sent: [Samples.Sent(1, acknowledged: 6, due: 4.9, unknown: 1, wasKnown: true), Samples.Sent(2, acknowledged: 4.9, due: 4.8)]);

        Assert.Equal((1, 1), (outcome.CarriedThoughUnknown, outcome.RetriedAfterUnknown));
        Assert.Equal(1.1, outcome.LongestWait!.Value, precision: 6);
    }

    /// <summary>A hundred answers a second.</summary>
    private static IEnumerable<Call> Steady(int from, int to) =>
        Enumerable.Range(from * 100, (to - from) * 100).Select(number => new Call(number / 100.0, (number + 0.5) / 100.0, CallOutcome.Answered));

    private static FaultOutcome Of(
        IReadOnlyList<Call> calls,
        IReadOnlyList<TransferRecord>? sent = null,
        IReadOnlyList<Tally>? before = null,
        IReadOnlyList<Tally>? after = null,
        params HashSet<long> lost) =>
        new FaultFigures(100, calls, sent ?? [], new HashSet<long>(), lost).Of(new StrikeWindow("kill", 1, "silo 2 killed", 5, 15, before ?? [], after ?? []));
}

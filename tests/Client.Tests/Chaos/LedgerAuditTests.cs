using Interleave.Client.Chaos;
using Interleave.Grains.Ledger;

namespace Interleave.Client.Tests.Chaos;

public sealed class LedgerAuditTests
{
    [Fact]
    public void A_ledger_that_holds_every_acknowledged_transfer_once_adds_up()
    {
        var found = Audit([Samples.Sent(1), Samples.Sent(2), Samples.Sent(3, book: 1)], Samples.Book(1, 2), Samples.Book(3));

        Assert.True(found.AddsUp);
        Assert.Equal(3, found.Acknowledged);
        Assert.Equal((400, 400), (found.Expected, found.Found));
    }

    [Fact]
    public void A_lost_transfer_is_found()
    {
        var found = Audit([Samples.Sent(1), Samples.Sent(2)], Samples.Book(1), Samples.Book());

        Assert.False(found.AddsUp);
        Assert.Equal([2], found.LostIds);
    }

    [Fact]
    public void A_transfer_that_was_carried_out_twice_is_found()
    {
        var found = Audit([Samples.Sent(1)], Samples.Book(1, 1), Samples.Book());

        Assert.False(found.AddsUp);
        Assert.Equal([1], found.DoubledIds);
    }

    [Fact]
    public void A_transfer_in_the_wrong_book_and_one_that_nobody_sent_are_found()
    {
        Assert.Equal(1, Audit([Samples.Sent(1)], Samples.Book(), Samples.Book(1)).Altered);
        Assert.Equal(1, Audit([], Samples.Book(1), Samples.Book()).Altered);
    }

    [Fact]
    public void A_balance_that_is_not_that_of_the_transfers_is_found()
    {
        var tampered = Samples.Book(1) with { Balances = [90, 111] };
        var found = Audit([Samples.Sent(1)], tampered, Samples.Book());

        Assert.False(found.AddsUp);
        Assert.Equal(1, found.WrongBalances);
        Assert.Equal(401, found.Found);
    }

    [Fact]
    public void A_book_that_has_forgotten_its_accounts_is_found()
    {
        var found = Audit([], new Statement([], [], "silo"), Samples.Book());

        Assert.False(found.AddsUp);
        Assert.Equal(2, found.WrongBalances);
    }

    [Fact]
    public void Transfers_without_an_answer_may_be_there_or_not()
    {
        var found = Audit([Samples.Sent(1, acknowledged: null, unknown: 3), Samples.Sent(2, acknowledged: null, unknown: 1)], Samples.Book(1), Samples.Book());

        Assert.True(found.AddsUp);
        Assert.Equal((2, 1, 1), (found.Unanswered, found.UnansweredCarried, found.CarriedThoughUnknown));
    }

    [Fact]
    public void A_transfer_whose_second_call_was_told_that_it_is_known_was_carried_out_though_unknown()
    {
        var found = Audit(
            [Samples.Sent(1, unknown: 1, wasKnown: true), Samples.Sent(2, unknown: 1), Samples.Sent(3, refused: 1)], Samples.Book(1, 2, 3), Samples.Book());

        Assert.True(found.AddsUp);
        Assert.Equal(1, found.CarriedThoughUnknown);
    }

    private static LedgerFindings Audit(IReadOnlyList<TransferRecord> sent, params IReadOnlyList<Statement> books) => LedgerAudit.Of(Samples.Plan, sent, books);
}

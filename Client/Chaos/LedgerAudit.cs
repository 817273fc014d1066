using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>Holds what the books say against what the client was told.</summary>
internal static class LedgerAudit
{
    /// <param name="plan">How the ledger was opened.</param>
    /// <param name="sent">Every transfer that was sent.</param>
    /// <param name="books">Every book, in the order of their numbers.</param>
    public static LedgerFindings Of(ChaosPlan plan, IReadOnlyList<TransferRecord> sent, IReadOnlyList<Statement> books)
    {
        var stored = books.SelectMany((book, number) => book.Stored.Select(transfer => (Transfer: transfer, Book: number)))
            .GroupBy(entry => entry.Transfer.Id).ToDictionary(same => same.Key, same => same.ToList());
        var byId = sent.ToDictionary(record => record.Transfer.Id);
        var lost = sent.Where(record => record.Acknowledged is not null && !stored.ContainsKey(record.Transfer.Id))
            .Select(record => record.Transfer.Id).ToList();
        var doubled = stored.Where(entry => entry.Value.Count > 1).Select(entry => entry.Key).ToList();
        var altered = stored.Values.SelectMany(entries => entries)
            .Where(entry => !byId.TryGetValue(entry.Transfer.Id, out var record) || record.Transfer != entry.Transfer || record.Book != entry.Book)
            .Select(entry => entry.Transfer.Id).ToList();
        var unanswered = sent.Where(record => record.Acknowledged is null).ToList();
        return new LedgerFindings(
            sent.Count - unanswered.Count,
            lost.Count,
            doubled.Count,
            altered.Count,
            books.Sum(book => WrongBalances(plan, book)),
            sent.Count(record => record.Unknown > 0 && (record.Acknowledged is null ? stored.ContainsKey(record.Transfer.Id) : record.WasKnown)),
            unanswered.Count,
            unanswered.Count(record => stored.ContainsKey(record.Transfer.Id)),
            plan.Books * plan.AccountsOfBook * plan.OpeningBalance,
            books.Sum(book => book.Balances.Sum()))
        {
            RetriedAfterRefusal = sent.Sum(record => (long)record.RetriedAfterRefusal),
            RetriedAfterUnknown = sent.Sum(record => (long)record.RetriedAfterUnknown),
            LostIds = lost,
            DoubledIds = doubled,
        };
    }

    private static int WrongBalances(ChaosPlan plan, Statement book)
    {
        var expected = Enumerable.Repeat(plan.OpeningBalance, plan.AccountsOfBook).ToArray();
        foreach (var transfer in book.Stored)
        {
            expected[transfer.From] -= transfer.Amount;
            expected[transfer.To] += transfer.Amount;
        }

        return book.Balances.Length == expected.Length ? expected.Zip(book.Balances).Count(pair => pair.First != pair.Second) : plan.AccountsOfBook;
    }
}

namespace Interleave.Client.Chaos;

/// <summary>Whether a ledger adds up.</summary>
/// <param name="Acknowledged">Transfers with a receipt.</param>
/// <param name="Lost">Of those, the ones that no book holds.</param>
/// <param name="Doubled">Transfers that a book holds more than once.</param>
/// <param name="Altered">Transfers that a book holds otherwise than they were sent, or that nobody sent.</param>
/// <param name="WrongBalances">Accounts whose balance is not the opening balance and its transfers.</param>
/// <param name="CarriedThoughUnknown">Transfers that a book holds, of which at least one call had an unknown end.</param>
/// <param name="Unanswered">Transfers without a receipt: the client gave up.</param>
/// <param name="UnansweredCarried">Of those, the ones that a book holds.</param>
/// <param name="Expected">The money that the ledger was opened with.</param>
/// <param name="Found">The money that is there.</param>
internal sealed record LedgerFindings(
    long Acknowledged,
    long Lost,
    long Doubled,
    long Altered,
    long WrongBalances,
    long CarriedThoughUnknown,
    long Unanswered,
    long UnansweredCarried,
    long Expected,
    long Found)
{
    public bool AddsUp => Lost == 0 && Doubled == 0 && Altered == 0 && WrongBalances == 0 && Expected == Found;

    /// <summary>Calls of the whole run that were made again after a refusal; certainly safe.</summary>
    public long RetriedAfterRefusal { get; init; }

    /// <summary>Calls of the whole run that were made again though the first may have been carried out; safe because a transfer has an id.</summary>
    public long RetriedAfterUnknown { get; init; }

    public IReadOnlyList<long> LostIds { get; init; } = [];

    public IReadOnlyList<long> DoubledIds { get; init; } = [];
}

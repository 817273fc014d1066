namespace Interleave.Client.Chaos;

/// <summary>What one fault did to the ledger's callers.</summary>
/// <param name="At">When it struck, in seconds since the load began.</param>
/// <param name="Until">When it was no longer watched.</param>
/// <param name="Answered">Calls that were under way in this time, by their end.</param>
/// <param name="CarriedThoughUnknown">Transfers of this time that were carried out by a call of which nobody knew.</param>
/// <param name="RetriedAfterRefusal">Calls that were made again after a refusal; certainly safe.</param>
/// <param name="RetriedAfterUnknown">Calls that were made again though the first may have been carried out; safe because a transfer has an id.</param>
/// <param name="LongestSilence">The longest time without any answer, in seconds.</param>
/// <param name="LongestWait">The longest time from when a transfer was due to its receipt, in seconds; null where none of this time was answered.</param>
/// <param name="RecoveredAfter">Seconds until throughput was back to nine tenths; null where it was not, while the fault was watched.</param>
/// <param name="Moved">Books whose activation is on another silo than before.</param>
/// <param name="Duplicates">Transfers of this time that a book holds twice.</param>
/// <param name="LostInMemory">Transfers that an activation had counted in memory, and that nobody counts any more.</param>
/// <param name="KeptInStorage">Transfers that were acknowledged before the fault, and that a book holds at the end.</param>
/// <param name="LostInStorage">Transfers that were acknowledged in this time, and that no book holds at the end; a ledger that adds up has none.</param>
internal sealed record FaultOutcome(
    string Fault,
    int Round,
    string What,
    double At,
    double Until,
    long Answered,
    long Refused,
    long Unknown,
    long CarriedThoughUnknown,
    long RetriedAfterRefusal,
    long RetriedAfterUnknown,
    double LongestSilence,
    double? LongestWait,
    double? RecoveredAfter,
    int Moved,
    long Duplicates,
    long LostInMemory,
    long KeptInStorage,
    long LostInStorage);

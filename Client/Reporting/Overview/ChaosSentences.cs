using Interleave.Client.Chaos;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What a run of faults says, in sentences.</summary>
internal static class ChaosSentences
{
    private const int MostIds = 5;

    public static string Verdict(ChaosRun run) => run.Findings switch
    {
        null => "the ledger could not be counted",
        { AddsUp: true } => "the ledger adds up",
        _ => "the ledger does not add up",
    };

    public static IEnumerable<string> Of(ChaosRun run)
    {
        if (run.Findings is { } found)
        {
            yield return found.AddsUp
                ? $"The ledger adds up: each of {Transfers(found.Acknowledged)} that {Were(found.Acknowledged)} acknowledged is stored once, "
                    + "and no money was lost or made."
                : $"The ledger does not add up: {string.Join(", ", Faults(found))}.";
            yield return $"{Transfers(found.CarriedThoughUnknown)} {Were(found.CarriedThoughUnknown)} carried out by a call "
                + "of which the caller did not know what became; "
                + $"{Transfers(found.Unanswered)} {Were(found.Unanswered)} given up without an answer, "
                + $"and {Quantity.Number(found.UnansweredCarried)} of these had been carried out.";
            yield return $"The client called again {Quantity.Number(found.RetriedAfterRefusal)} times after a refusal, "
                + $"and {Quantity.Number(found.RetriedAfterUnknown)} times after a call with an unknown end: "
                + "both are safe here, for a transfer has an id, and a book carries it out once. "
                + "These are figures of the whole run, with the repairs between the faults.";
        }
        else
        {
            yield return $"The ledger could not be counted: {run.Trouble}";
        }

        if (run.Faults.Count > 0)
        {
            var (silent, slowest) = (run.Faults.MaxBy(fault => fault.LongestSilence)!, run.Faults.MaxBy(fault => fault.LongestWait)!); // There is one.
            yield return $"The longest time without any answer was {Quantity.Format(silent.LongestSilence, "s")} ({silent.What}), "
                + $"the longest that one transfer took {Quantity.Format(slowest.LongestWait ?? double.NaN, "s")} ({slowest.What}).";
        }
    }

    private static IEnumerable<string> Faults(LedgerFindings found)
    {
        if (found.Lost > 0)
        {
            yield return $"{Transfers(found.Lost)} of {Quantity.Number(found.Acknowledged)} that were acknowledged are in no book ({Ids(found.LostIds)})";
        }

        if (found.Doubled > 0)
        {
            yield return $"{Transfers(found.Doubled)} are there more than once ({Ids(found.DoubledIds)})";
        }

        if (found.Altered > 0)
        {
            yield return $"{Transfers(found.Altered)} are not as they were sent";
        }

        if (found.WrongBalances > 0)
        {
            yield return $"{Quantity.Number(found.WrongBalances)} accounts have a balance that is not that of their transfers";
        }

        if (found.Expected != found.Found)
        {
            yield return $"there is money of {found.Found} where {found.Expected} was paid in";
        }
    }

    private static string Were(long count) => count == 1 ? "was" : "were";

    private static string Transfers(long count) => Quantity.Format(count, "{transfer}");

    private static string Ids(IReadOnlyList<long> ids) => $"{string.Join(", ", ids.Take(MostIds))}{(ids.Count > MostIds ? ", …" : "")}";
}

namespace Interleave.Client.Chaos;

/// <summary>Works out what one fault did, from all that the client and the books told.</summary>
/// <param name="rate">Transfers that became due in a second.</param>
/// <param name="calls">Of the whole run.</param>
/// <param name="transfers">Of the whole run.</param>
/// <param name="doubled">Ids that a book holds twice.</param>
/// <param name="lost">Ids that were acknowledged, and that no book holds.</param>
internal sealed class FaultFigures(
    double rate, IReadOnlyList<Call> calls, IReadOnlyList<TransferRecord> transfers, IReadOnlySet<long> doubled, IReadOnlySet<long> lost)
{
    /// <summary>Throughput is back when it is so much of the arrival rate, for all of <see cref="Sustained"/>.</summary>
    public const double Back = 0.9;

    private const double Step = 0.1;

    /// <summary>Short, so that what was held up and comes at once does not pass for throughput; a hundred calls at the default rate.</summary>
    private const double Smoothed = 0.2;

    private const double Sustained = 1;

    private readonly double[] _answers = [.. calls.Where(call => call.Outcome == CallOutcome.Answered).Select(call => call.Ended).Order()];

    /// <remarks>What was under way when the fault struck belongs to it: those are the calls that it interrupts.</remarks>
    public FaultOutcome Of(StrikeWindow window)
    {
        var made = calls.Where(call => call.Started < window.To && call.Ended >= window.From).ToLookup(call => call.Outcome);
        var underWay = transfers.Where(transfer => transfer.Due < window.To && transfer.Ended >= window.From).ToList();
        return new FaultOutcome(
            window.Fault,
            window.Round,
            window.What,
            window.From,
            window.To,
            made[CallOutcome.Answered].Count(),
            made[CallOutcome.Refused].Count(),
            made[CallOutcome.Unknown].Count(),
            underWay.Count(transfer => transfer is { Unknown: > 0, WasKnown: true }),
            underWay.Sum(transfer => transfer.RetriedAfterRefusal),
            underWay.Sum(transfer => transfer.RetriedAfterUnknown),
            LongestSilence(window.From, window.To),
            underWay.Select(transfer => transfer.Acknowledged - transfer.Due).Max(),
            RecoveredAfter(window.From, window.To),
            window.Before.Zip(window.After).Count(pair => pair.First.Silo != pair.Second.Silo),
            underWay.Count(transfer => doubled.Contains(transfer.Transfer.Id)),
            window.Before.Zip(window.After).Where(pair => pair.First.Activation != pair.Second.Activation).Sum(pair => pair.First.InMemory),
            transfers.Count(transfer => transfer.Acknowledged < window.From && !lost.Contains(transfer.Transfer.Id)),
            transfers.Count(transfer => transfer.Acknowledged >= window.From && transfer.Acknowledged < window.To && lost.Contains(transfer.Transfer.Id)));
    }

    private double LongestSilence(double from, double to)
    {
        double[] moments = [from, .. _answers.Where(at => at >= from && at < to), to];
        return moments.Zip(moments.Skip(1)).Max(pair => pair.Second - pair.First);
    }

    /// <summary>From the fault until throughput has stayed high for a while, after it had fallen; zero where it did not fall.</summary>
    private double? RecoveredAfter(double from, double to)
    {
        List<(double At, bool IsHigh)> moments = [.. Moments(from, to - Smoothed).Select(at => (at, RateIn(at, Smoothed) >= Back * rate))];
        var fell = moments.FindIndex(moment => !moment.IsHigh);
        var steps = (int)Math.Round((Sustained - Smoothed) / Step) + 1;
        var back = Enumerable.Range(Math.Max(0, fell), Math.Max(0, moments.Count - steps - Math.Max(0, fell) + 1))
            .Where(first => moments.Skip(first).Take(steps).All(moment => moment.IsHigh))
            .Select(first => (double?)(moments[first].At - from)).FirstOrDefault();
        return fell < 0 ? 0 : back;
    }

    private static IEnumerable<double> Moments(double from, double to)
    {
        for (var number = 0; from + (number * Step) <= to; number++)
        {
            yield return from + (number * Step);
        }
    }

    private double RateIn(double from, double length) => (CountBefore(from + length) - CountBefore(from)) / length;

    private int CountBefore(double moment)
    {
        var at = Array.BinarySearch(_answers, moment);
        return at < 0 ? ~at : at;
    }
}

using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Reads a verdict off an interval, or says what would be needed for one.</summary>
internal static class Verdicts
{
    /// <summary>Ratios this near to one are the same to anybody who must choose.</summary>
    public const double Negligible = 0.05;

    private const double SameLow = 1 / (1 + Negligible);
    private const double SameHigh = 1 + Negligible;
    private const int FewestRounds = 3;
    private const int MostRounds = 1000;

    public static Verdict Of(Ratios ratios, Better better)
    {
        if (ratios.Rounds < FewestRounds)
        {
            return Verdict.Undecided;
        }

        var direction = ratios.Interval is { } interval ? Direction(interval) : AgreedDirection(ratios.Directions);
        return direction switch
        {
            null => Verdict.Undecided,
            0 => Verdict.Same,
            > 0 => better == Better.Higher ? Verdict.Better : Verdict.Worse,
            < 0 => better == Better.Higher ? Verdict.Worse : Verdict.Better,
        };
    }

    /// <summary>How many rounds more would decide, going by the spread: intervals shrink with the root of the rounds.</summary>
    public static string Needed(Ratios ratios)
    {
        if (ratios.Rounds < FewestRounds)
        {
            return $"at least {FewestRounds} rounds are needed for a verdict";
        }

        if (ratios.Interval is not { Low: > 0 } interval)
        {
            return "more rounds are needed: these do not agree on a direction";
        }

        var (median, low, high) = (Math.Log(interval.Median), Math.Log(interval.Low), Math.Log(interval.High));
        var halfWidth = Math.Max(high - median, median - low);
        // Two ways out: the interval leaves "no difference" behind, or all of it becomes negligible.
        var distance = IsNegligible(interval.Median) ? Math.Log(SameHigh) - Math.Abs(median) : Math.Abs(median);
        var more = Math.Ceiling(ratios.Rounds * Math.Pow(halfWidth / distance, 2)) - ratios.Rounds;
        return more > MostRounds
            ? $"even {MostRounds.ToString("N0", CultureInfo.InvariantCulture)} rounds more would hardly decide"
            : $"about {Math.Max(1, more):0} {(more > 1 ? "rounds" : "round")} more would be needed";
    }

    private static int? Direction(Interval interval) => interval switch
    {
        _ when interval.Within(SameLow, SameHigh) => 0,
        // Sure to differ, but by how much nobody would mind: more rounds would make it the same.
        _ when IsNegligible(interval.Median) => null,
        { Low: > 1 } => 1,
        { High: < 1 } => -1,
        _ => null,
    };

    private static bool IsNegligible(double ratio) => ratio is >= SameLow and <= SameHigh;

    private static int? AgreedDirection(IReadOnlyList<int> directions) =>
        directions.Select(Math.Sign).Distinct().ToList() is [var agreed] ? agreed : null;
}

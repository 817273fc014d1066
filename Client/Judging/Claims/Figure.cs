using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Judging.Claims;

/// <summary>A figure over the rounds of a run, for a rule to decide by; or why the run does not hold it.</summary>
/// <param name="Variant">Where it was measured.</param>
/// <param name="Subject">The model, or a ratio of two.</param>
/// <param name="Name">The metric.</param>
internal sealed record Figure(string Variant, string Subject, string Name, string Unit, IReadOnlyList<RoundValue> Rounds)
{
    private const string RatioUnit = "ratio";

    /// <summary>What a run would have to hold; null where this one does.</summary>
    public string? Missing { get; init; }

    /// <summary>The smallest difference that measuring can tell from none.</summary>
    public double Resolution { get; init; }

    public Estimate Estimate => Estimate.OfMedian([.. Rounds.Select(round => round.Value)]);

    /// <summary>This figure over another, round by round; 1 where the two are too near for measuring to tell them apart.</summary>
    public Figure Over(Figure other)
    {
        var sameMetric = Name == other.Name;
        var resolution = sameMetric ? Math.Max(Resolution, other.Resolution) : 0;
        var ratios = Rounds
            .Join(
                other.Rounds, round => round.Round, round => round.Round, (round, over) => round with { Value = RatioOf(round.Value, over.Value, resolution) })
            .Where(round => !double.IsNaN(round.Value))
            .ToList();
        var missing = Missing ?? other.Missing ?? (ratios.Count == 0 ? $"a round in which {Subject} and {other.Subject} both have {Name}" : null);
        return new Figure(Either(Variant, other.Variant), Either(Subject, other.Subject), Either(Name, other.Name), RatioUnit, ratios) { Missing = missing };

        static string Either(string one, string two) => one == two ? one : $"{one}/{two}";
    }

    /// <summary>Supported when the whole interval is at least this.</summary>
    public Ruling AtLeast(double limit) => Decide(value => value >= limit, value => value < limit);

    /// <summary>Supported when the whole interval is at most this.</summary>
    public Ruling AtMost(double limit) => Decide(value => value <= limit, value => value > limit);

    /// <summary>Supported when the whole interval lies above, refuted when none of it does.</summary>
    public Ruling Above(double limit) => Decide(value => value > limit, value => value <= limit);

    /// <summary>Supported when the whole interval lies below, refuted when none of it does.</summary>
    public Ruling Below(double limit) => Decide(value => value < limit, value => value >= limit);

    /// <summary>Above by more than anybody would call the same.</summary>
    public Ruling ClearlyAbove(double limit) => Above(limit * (1 + Verdicts.Negligible));

    /// <summary>Below by more than anybody would call the same.</summary>
    public Ruling ClearlyBelow(double limit) => Below(limit / (1 + Verdicts.Negligible));

    /// <summary>Supported when the whole interval lies between these, refuted when all of it lies outside on one side.</summary>
    public Ruling Within(double low, double high) => Ruling.All(AtLeast(low), AtMost(high));

    /// <summary>Supported when every round shows just this; a single other round refutes it.</summary>
    public Ruling Always(double value) => Missing is { } missing
        ? Ruling.NotTested(missing)
        : Rounds.Any(round => round.Value != value) ? new Ruling(Finding.Refuted, ToString())
        : Decide(_ => true, _ => false);

    public override string ToString()
    {
        var (median, low, high) = Estimate;
        var interval = low == high ? "" : $" ({Write(low)} to {Write(high)})";
        return $"{Variant}: {Subject} {Name} {Write(median)}{interval}";
    }

    private static double RatioOf(double value, double over, double resolution) => value == over || Math.Abs(value - over) <= resolution ? 1 : value / over;

    private string Write(double value) => Unit switch
    {
        RatioUnit => Quantity.Ratio(value),
        Quantity.Share => Quantity.Format(value, Unit),
        // A count's name says what is counted.
        ['{', .., '}'] => Quantity.Number(value),
        _ => Quantity.Format(value, Unit),
    };

    /// <summary>As for a verdict: six rounds, the whole interval, and every launch.</summary>
    private Ruling Decide(Func<double, bool> supports, Func<double, bool> refutes)
    {
        if (Missing is { } missing)
        {
            return Ruling.NotTested(missing);
        }

        if (Rounds.Count < Verdicts.FewestRounds)
        {
            return new Ruling(Finding.Inconclusive, $"{this}, from {Rounds.Count} of at least {Verdicts.FewestRounds} rounds");
        }

        return new Ruling(Agree(supports) ? Finding.Supported : Agree(refutes) ? Finding.Refuted : Finding.Inconclusive, ToString());
    }

    private bool Agree(Func<double, bool> says) =>
        says(Estimate.Low) && says(Estimate.High) && Rounds.GroupBy(round => round.Launch, round => round.Value).All(launch => says(launch.Median()));
}

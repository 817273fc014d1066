using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>A figure that a claim rests on, or why the run does not hold it.</summary>
internal sealed record Figure
{
    private const int FewestRounds = 3;

    private Figure(string name)
    {
        Name = name;
    }

    public string Name { get; }

    public string Unit { get; private init; } = "";

    public Estimate Estimate { get; private init; }

    public int Rounds { get; private init; }

    /// <summary>What a run would have to hold; null where this one does.</summary>
    public string? Missing { get; private init; }

    public static Figure Of(string name, string unit, IReadOnlyList<double> rounds) =>
        new(name) { Unit = unit, Estimate = Estimate.OfMedian(rounds), Rounds = rounds.Count };

    public static Figure Lacking(string name, string needs) => new(name) { Missing = needs };

    /// <summary>Supported when the whole interval is at least this.</summary>
    public Ruling AtLeast(double limit) => Rule(Estimate.Low >= limit, Estimate.High < limit);

    /// <summary>Supported when the whole interval is at most this.</summary>
    public Ruling AtMost(double limit) => Rule(Estimate.High <= limit, Estimate.Low > limit);

    /// <summary>Supported when the whole interval lies above.</summary>
    public Ruling Above(double limit) => Rule(Estimate.Low > limit, Estimate.High <= limit);

    /// <summary>Supported when the whole interval lies below.</summary>
    public Ruling Below(double limit) => Rule(Estimate.High < limit, Estimate.Low >= limit);

    /// <summary>Supported when the whole interval lies between these, refuted when all of it lies outside.</summary>
    public Ruling Within(double low, double high) => Rule(Estimate.IsWithin(low, high), Estimate.High < low || Estimate.Low > high);

    public Ruling Exactly(double value) => Rule(Estimate.IsWithin(value, value), !Estimate.Contains(value));

    public override string ToString() => Estimate.Low == Estimate.High
        ? $"{Name} {Write(Estimate.Median)}"
        : $"{Name} {Write(Estimate.Median)} ({Write(Estimate.Low)} to {Write(Estimate.High)})";

    private string Write(double value) => Unit switch
    {
        Place.RatioUnit => Quantity.Ratio(value),
        Quantity.Share => Quantity.Format(value, Unit),
        // A count's name says what is counted.
        ['{', .., '}'] => Quantity.Number(value),
        _ => Quantity.Format(value, Unit),
    };

    private Ruling Rule(bool supported, bool refuted) => this switch
    {
        { Missing: { } missing } => Ruling.NotTested(missing),
        { Rounds: < FewestRounds } => new Ruling(Finding.Inconclusive, $"{this}, from {Rounds} of at least {FewestRounds} rounds"),
        _ => new Ruling(supported ? Finding.Supported : refuted ? Finding.Refuted : Finding.Inconclusive, ToString()),
    };
}

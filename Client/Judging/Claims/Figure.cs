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

    public Interval Interval { get; private init; }

    public int Rounds { get; private init; }

    /// <summary>What a run would have to hold; null where this one does.</summary>
    public string? Missing { get; private init; }

    public static Figure Of(string name, string unit, IReadOnlyList<double> rounds) =>
        new(name) { Unit = unit, Interval = Summary.Of(rounds), Rounds = rounds.Count };

    public static Figure Lacking(string name, string needs) => new(name) { Missing = needs };

    /// <summary>Supported when the whole interval is at least this.</summary>
    public Ruling AtLeast(double limit) => Rule(Interval.Low >= limit, Interval.High < limit);

    /// <summary>Supported when the whole interval is at most this.</summary>
    public Ruling AtMost(double limit) => Rule(Interval.High <= limit, Interval.Low > limit);

    /// <summary>Supported when the whole interval lies above.</summary>
    public Ruling Above(double limit) => Rule(Interval.Low > limit, Interval.High <= limit);

    /// <summary>Supported when the whole interval lies below.</summary>
    public Ruling Below(double limit) => Rule(Interval.High < limit, Interval.Low >= limit);

    /// <summary>Supported when the whole interval lies between these, refuted when all of it lies outside.</summary>
    public Ruling Within(double low, double high) => Rule(Interval.Within(low, high), Interval.High < low || Interval.Low > high);

    public Ruling Exactly(double value) => Rule(Interval.Within(value, value), !Interval.Contains(value));

    public override string ToString() => Interval.Low == Interval.High
        ? $"{Name} {Write(Interval.Median)}"
        : $"{Name} {Write(Interval.Median)} ({Write(Interval.Low)} to {Write(Interval.High)})";

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

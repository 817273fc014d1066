using MathNet.Numerics.Distributions;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>How often rare events happen: those of all rounds over the occasions on which one could have happened.</summary>
/// <remarks>
/// The interval of a rate is the exact one of a Poisson process (Garwood, Fiducial limits for the Poisson distribution, 1936), so that there is an upper
/// bound even where none was seen; that of a ratio is exact too, given how many events there were in all (Clopper and Pearson, 1934). Events that come in
/// bursts differ from round to round by more than a Poisson process would: they count for as many fewer (quasi-likelihood; McCullagh and Nelder,
/// Generalized Linear Models, 1989, section 4.5).
/// </remarks>
internal sealed record EventRate
{
    private const double Tail = (1 - OrderStatistics.Confidence) / 2;

    private EventRate(double events, double occasions, double burst)
    {
        (Events, Occasions, Burst) = (events, occasions, burst);
    }

    public double Events { get; }

    public double Occasions { get; }

    /// <summary>How many times more the rounds differ than they would by chance alone; at least 1.</summary>
    public double Burst { get; }

    public double Value => Events / Occasions;

    public Estimate Estimate => new(
        Value,
        Events == 0 ? 0 : Gamma.InvCDF(Events / Burst, 1, Tail) * Burst / Occasions,
        Gamma.InvCDF((Events / Burst) + 1, 1, 1 - Tail) * Burst / Occasions);

    /// <param name="rounds">At least one, and at least one occasion in all.</param>
    public static EventRate Of(IReadOnlyCollection<(double Events, double Occasions)> rounds)
    {
        var (events, occasions) = (rounds.Sum(round => round.Events), rounds.Sum(round => round.Occasions));
        return new EventRate(events, occasions, BurstOf(rounds, events / occasions));
    }

    /// <summary>This rate over another; infinite bounds where nothing bounds them.</summary>
    public Estimate Over(EventRate other)
    {
        var burst = Math.Max(Burst, other.Burst);
        var (events, others) = (Events / burst, other.Events / burst);
        return new Estimate(
            Value / other.Value,
            Events == 0 ? 0 : Ratio(Beta.InvCDF(events, others + 1, Tail)),
            other.Events == 0 ? double.PositiveInfinity : Ratio(Beta.InvCDF(events + 1, others, 1 - Tail)));

        double Ratio(double share) => share / (1 - share) * other.Occasions / Occasions;
    }

    private static double BurstOf(IReadOnlyCollection<(double Events, double Occasions)> rounds, double rate) => rounds.Count < 2 || rate == 0
        ? 1
        : Math.Max(
            1,
            rounds.Where(round => round.Occasions > 0).Sum(round =>
                Math.Pow(round.Events - (rate * round.Occasions), 2) / (rate * round.Occasions)) / (rounds.Count - 1));
}

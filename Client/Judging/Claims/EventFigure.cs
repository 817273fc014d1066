using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>Events of one model, summed over all rounds, and the occasions on which one could have happened; or why the run does not hold them.</summary>
internal sealed record EventFigure(string Variant, string Model, string Name, EventRate? Rate)
{
    private const double Million = 1e6;

    /// <summary>Where a rate is below this for sure, the events are as good as absent.</summary>
    private const double AsGoodAsNever = 1e-3;

    /// <summary>What a run would have to hold; set where there is no rate.</summary>
    public string? Missing { get; init; }

    /// <summary>Supported by a single one; refuted where none was seen on enough occasions.</summary>
    public Ruling Happen() => Rule(rate => rate.Events > 0 ? Finding.Supported : rate.Estimate.High < AsGoodAsNever ? Finding.Refuted : Finding.Inconclusive);

    /// <summary>Refuted by a single one; supported where none was seen on enough occasions. The figures tell on how many.</summary>
    /// <param name="atMost">The rate that must be ruled out.</param>
    public Ruling NeverHappen(double atMost = AsGoodAsNever) =>
        Rule(rate => rate.Events > 0 ? Finding.Refuted : rate.Estimate.High < atMost ? Finding.Supported : Finding.Inconclusive);

    /// <summary>Supported when the rate is clearly below this share of the other one, refuted when it is clearly above.</summary>
    public Ruling AreRarerThan(EventFigure other, double share)
    {
        if (Rate is null || other.Rate is null)
        {
            return Ruling.NotTested(Missing ?? other.Missing ?? Name);
        }

        var ratio = Rate.Over(other.Rate);
        var finding = ratio.High < share ? Finding.Supported : ratio.Low > share ? Finding.Refuted : Finding.Inconclusive;
        return new Ruling(finding, $"{this}; {other}");
    }

    public override string ToString() => Rate switch
    {
        null => $"{Variant}: {Model} {Name} not measured",
        { Events: 0 } =>
            $"{Variant}: {Model} {Name}: none seen in {Quantity.Number(Rate.Occasions)}, so at most {Quantity.Number(Rate.Estimate.High * Million)} in a " +
            "million",
        _ => $"{Variant}: {Model} {Name}: {Quantity.Number(Rate.Events)} in {Quantity.Number(Rate.Occasions)}",
    };

    private Ruling Rule(Func<EventRate, Finding> decide) => Rate is null ? Ruling.NotTested(Missing ?? Name) : new Ruling(decide(Rate), ToString());
}

using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>A figure that a trial yields.</summary>
/// <param name="Name">Lower-case words with hyphens, as in <c>run.json</c>.</param>
/// <param name="Unit">UCUM-style: <c>s</c>, <c>By</c>, <c>{op}/s</c>, <c>1</c>.</param>
internal sealed record Metric(string Name, string Unit, Better Better, string Description)
{
    /// <summary>How the sentence beside a contrast speaks of it; by its name where nothing is set.</summary>
    public Wording? Wording { get; init; }

    /// <summary>The smallest difference, in the metric's unit, that measuring can tell from none: no verdict rests on less.</summary>
    public double Resolution { get; init; }

    /// <summary>How far two launches of the same program differ in it, as a share; 0 where it is no more than what nobody would choose by.</summary>
    public double LaunchSpread { get; init; }

    /// <summary>Set where it says the same as another metric in other words: it is shown, and that one is judged.</summary>
    public Metric? DerivedFrom { get; init; }

    /// <summary>Set where it counts rare events: the metric that counts the occasions on which one could have happened.</summary>
    /// <remarks>Such events are summed over all rounds, and their rate has an exact interval: where none was seen, it still has an upper bound.</remarks>
    public Metric? Exposure { get; init; }

    public PlannedMetric PlannedFor(string scenario) => new(scenario, Name, Unit, Better)
    {
        Resolution = Resolution,
        LaunchSpread = LaunchSpread,
        DerivedFrom = DerivedFrom?.Name,
        Exposure = Exposure?.Name,
    };

    public Measurement Of(double value) => new(this, value);

    /// <summary>Null where the value is not known.</summary>
    public Measurement? OfKnown(double? value) => value is { } known ? Of(known) : null;

    /// <inheritdoc cref="OfKnown(double?)"/>
    public Measurement? OfKnown(TimeSpan? time) => time is { } known ? Of(known.TotalSeconds) : null;
}

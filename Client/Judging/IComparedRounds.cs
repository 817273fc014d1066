using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>A metric of one model beside that of the baseline, over the rounds of a run.</summary>
internal interface IComparedRounds
{
    int Count { get; }

    /// <summary>How many of them the machine disturbed.</summary>
    int Disturbed { get; }

    /// <summary>The model's figure over the baseline's; null where there is nothing to divide by, or no bound above.</summary>
    Estimate? Ratio { get; }

    /// <summary>Whether the two lie so near to each other that measuring cannot tell their difference from none.</summary>
    bool IsBelowResolution(PlannedMetric metric);

    /// <summary>1 where the model's figure is larger, -1 where it is smaller, 0 where the two are the same; null where the rounds leave that open.</summary>
    int? Direction(PlannedMetric metric);
}

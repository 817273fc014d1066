using Interleave.Grains.OwnWork;

namespace Interleave.Client.Workloads;

/// <summary>A service as its engineer describes it.</summary>
/// <param name="Text">The file itself: workers read it again.</param>
internal sealed record WorkloadFile(string Name, IReadOnlyList<Step> Steps, TimeSpan Duration, string Text)
{
    /// <summary>Arrivals a second, independent of each other; null for a closed load.</summary>
    public double? Rate { get; init; }

    /// <summary>How many callers there are, each of which waits for its answer before it asks again; null for an open load.</summary>
    public int? Concurrency { get; init; }

    /// <summary>The most requests at once of an open load; null where the rate decides.</summary>
    public int? Units { get; init; }

    public Goal? Goal { get; init; }

    /// <summary>Every step that does something by itself, by its number.</summary>
    public IReadOnlyList<WorkStep> Work { get; } = [.. Steps.SelectMany(step => step is ParallelStep parallel ? parallel.Branches : [(WorkStep)step])];

    /// <summary>Those of them that change a key, in the order in which a request draws its keys.</summary>
    public IReadOnlyList<StateStep> States => [.. Work.OfType<StateStep>()];
}

using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Capacity;

/// <summary>What a search for a capacity yields, and under which names it is kept.</summary>
internal static class CapacityMetrics
{
    /// <summary>The variant that holds what each launch found.</summary>
    public const string Variant = "capacity";

    /// <summary>The variant of the trials that the search was made of.</summary>
    public const string Search = "search";

    /// <summary>The parameter of such a trial that holds its rate.</summary>
    public const string Rate = "rate";

    /// <summary>The variant of the trials at the rate that the file asks for.</summary>
    public const string Asked = "asked";

    /// <summary>What the limits of the goal are called among the parameters of what a launch found.</summary>
    public const string GoalPrefix = "goal-";

    public static Metric Capacity { get; } = new("capacity", "{op}/s", Better.Higher, "the highest arrival rate at which the goal holds")
    {
        Wording = new("capacity", "as many requests as possible must be served"),
    };

    public static Metric HoldsAt { get; } = new("holds-at", "{op}/s", Better.Neither, "the highest rate that was tried at which the goal held");

    public static Metric FailsAt { get; } = new("fails-at", "{op}/s", Better.Neither, "the lowest rate above it that was tried at which the goal did not hold");

    public static Metric IsBound { get; } = new(
        "at-least", Quantity.Share, Better.Neither, "whether generator or I/O server gave out before the model: the capacity is then at least so much");

    /// <summary>How many of <see cref="All"/>, from the first on, answer what was asked.</summary>
    public const int Headlines = 5;

    /// <summary>Those of a launch; costs are those at the highest rate that held.</summary>
    public static IReadOnlyList<Metric> All { get; } =
        [Capacity, WorkMetrics.Cores, CommonMetrics.Memory, CommonMetrics.Threads, LatencyMetrics.Default.P99, HoldsAt, FailsAt, IsBound];
}

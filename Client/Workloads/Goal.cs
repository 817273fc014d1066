using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Workloads.Forms;

namespace Interleave.Client.Workloads;

/// <summary>What a service must hold to: limits that all of its figures must stay within.</summary>
internal sealed record Goal(IReadOnlyList<GoalPart> Parts)
{
    private const double LongestTime = 3_600;
    private const double LargestSize = 1e12;

    private static readonly QuantityForm Time = Units.Time(1e-6, LongestTime, "up to 60min");

    private static readonly Metric[] Latencies =
        [LatencyMetrics.Default.P50, LatencyMetrics.Default.P90, LatencyMetrics.Default.P99, LatencyMetrics.Default.P999, LatencyMetrics.Default.Max];

    private static readonly (Field Field, Metric Metric)[] Known =
    [
        .. from metric in Latencies select (new Field(metric.Name.Split('-')[^1], Time, $"Latency: {metric.Description}."), metric),
        (new Field("errors", Units.Share(), "The share of requests that failed, or that no unit took."), WorkMetrics.Errors),
        (new Field("cores", new NumberForm(0.01, 1_024, isWhole: false), "Cores that the processes keep busy, on average."), WorkMetrics.Cores),
        (new Field("memory", Units.Size(LargestSize, "such as 500MB"), "Peak resident memory above that at the birth of the processes."), CommonMetrics.Memory),
        (new Field("threads", new NumberForm(0, 100_000, isWhole: true), "Peak of operating-system threads above those at birth."), CommonMetrics.Threads),
    ];

    /// <summary>What the map <c>goal</c> of a file may hold.</summary>
    public static MapForm Form { get; } = new([.. Known.Select(known => known.Field)]);

    /// <summary>In words: <c>p99 at most 100 ms, errors at most 0 %</c>.</summary>
    public string Description => string.Join(", ", Parts.Select(part => $"{part.Name} at most {Quantity.Format(part.Limit, part.Unit)}"));

    /// <summary>The goal of a file; null where it sets none.</summary>
    public static Goal? Of(FieldValues? values) => values is null || values.Values.Count == 0
        ? null
        : new Goal([.. from known in Known let limit = values.Number(known.Field.Name) where limit is not null select PartOf(known, limit.Value)]);

    /// <summary>Reads <c>p99 &lt; 100ms, errors = 0</c>; null where it is not allowed, which adds lines to <paramref name="faults"/>.</summary>
    public static Goal? Read(string text, Faults faults)
    {
        var before = faults.Count;
        var parts = text.Split(',', StringSplitOptions.TrimEntries).Select(part => ReadPart(part, text, faults)).OfType<GoalPart>().ToList();
        return faults.Count == before ? new Goal(parts) : null;
    }

    private static GoalPart? ReadPart(string part, string whole, Faults faults)
    {
        var words = part.Split(["<=", "<", "="], 2, StringSplitOptions.TrimEntries);
        if (words.Length < 2)
        {
            return faults.Refuse<GoalPart>(
                $"--goal '{whole}' is not understood at '{part}': write a figure, '<', '<=' or '=', and a limit, as in 'p99 < 100ms, errors = 0%'.");
        }

        var names = Known.Select(known => known.Field.Name).ToList();
        var index = names.IndexOf(words[0]);
        if (index < 0)
        {
            return faults.Refuse<GoalPart>($"Unknown figure '{words[0]}' in --goal '{whole}': {NearestName.Hint(words[0], names)}");
        }

        var limit = new FileFaults("--goal");
        // A share of 0 needs no unit.
        var value = words is ["errors", "0"] ? "0%" : words[1];
        if (Known[index].Field.Form.Read(new Yaml.YamlText(1, 1, value), words[0], limit) is double number)
        {
            return PartOf(Known[index], number);
        }

        faults.Add(limit.Lines.Select(line => line.Replace("--goal:1:1:", $"--goal '{whole}':", StringComparison.Ordinal)));
        return null;
    }

    private static GoalPart PartOf((Field Field, Metric Metric) known, double limit) => new(known.Field.Name, known.Metric.Name, known.Metric.Unit, limit);
}

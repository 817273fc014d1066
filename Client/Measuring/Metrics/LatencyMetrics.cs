using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>The latency figures of one kind of operation.</summary>
internal sealed class LatencyMetrics
{
    // Of fewer operations, such a percentile is the longest one by another name.
    private const int EnoughForP90 = 10;
    private const int EnoughForP99 = 100;
    private const int EnoughForP999 = 1_000;

    // Waking a thread on another core takes some tens of microseconds, and differs as much.
    private const double WakeUpSeconds = 0.000_05;

    private readonly string _operationName;

    /// <param name="operationName">What the load calls its operations; only operations of the default name need not be told from others.</param>
    public LatencyMetrics(string operationName)
    {
        _operationName = operationName;
        Name = operationName == Load.DefaultOperationName ? "latency" : $"{operationName}-latency";
        var operations = operationName == Load.DefaultOperationName ? "operations" : $"{operationName} operations";
        const string FromIntendedStart = "from the intended start to the end";
        const string FromRealStart = "from the real start to the end; what it lacks of the corrected one is the coordinated omission";
        P50 = Ranking(
            "p50", $"half of the {operations} took at most this long, {FromIntendedStart}", "median latency",
            "the usual answer must come soon", spread: 0.05);
        P90 = Ranking(
            "p90", $"90 % of the {operations} took at most this long, {FromIntendedStart}", "latency at the 90th percentile",
            "all but a few answers must come soon", spread: 0.1);
        P99 = Ranking(
            "p99", $"99 % of the {operations} took at most this long, {FromIntendedStart}", "latency at the 99th percentile",
            "even slow answers must come soon", spread: 0.2);
        P999 = Ranking(
            "p999", $"99.9 % of the {operations} took at most this long, {FromIntendedStart}", "latency at the 99.9th percentile",
            "even rare answers must come soon", spread: 0.5);
        Max = Ranking(
            "max", $"the longest of the {operations}, {FromIntendedStart}", "longest latency",
            "no answer may be slow", spread: 0.5);
        UncorrectedP50 = Explaining("uncorrected-p50", $"half of the {operations} took at most this long, {FromRealStart}");
        UncorrectedP99 = Explaining("uncorrected-p99", $"99 % of the {operations} took at most this long, {FromRealStart}");
    }

    /// <summary>Those of operations that need no name.</summary>
    public static LatencyMetrics Default { get; } = new(Load.DefaultOperationName);

    /// <summary>What the figures begin with, and the name under which <see cref="Trial.Distributions"/> keeps latencies from the intended start.</summary>
    public string Name { get; }

    /// <summary>The name under which <see cref="Trial.Distributions"/> keeps those from the real start, of open loads only.</summary>
    public string UncorrectedName => $"{Name}-uncorrected";

    public Metric P50 { get; }

    public Metric P90 { get; }

    public Metric P99 { get; }

    public Metric P999 { get; }

    public Metric Max { get; }

    public Metric UncorrectedP50 { get; }

    public Metric UncorrectedP99 { get; }

    public IReadOnlyList<Metric> All => [P50, P90, P99, P999, Max, UncorrectedP50, UncorrectedP99];

    /// <summary>Nothing when no operation completed; in a closed load there is only one latency, for the intended start is the real one.</summary>
    public IEnumerable<Measurement> Of(TrialRecorder trial) => Of(trial.Of(_operationName));

    /// <inheritdoc cref="Of(TrialRecorder)"/>
    public IEnumerable<Measurement> Of(Recorder recorder)
    {
        if (recorder.Latency is not { Count: > 0 } corrected)
        {
            yield break;
        }

        yield return P50.Of(corrected.Percentile(0.5));
        if (corrected.Count >= EnoughForP90)
        {
            yield return P90.Of(corrected.Percentile(0.9));
        }

        if (corrected.Count >= EnoughForP99)
        {
            yield return P99.Of(corrected.Percentile(0.99));
        }

        if (corrected.Count >= EnoughForP999)
        {
            yield return P999.Of(corrected.Percentile(0.999));
        }

        yield return Max.Of(corrected.Max);
        if (recorder.Generator.Report is not null)
        {
            var uncorrected = recorder.UncorrectedLatency;
            yield return UncorrectedP50.Of(uncorrected.Percentile(0.5));
            if (uncorrected.Count >= EnoughForP99)
            {
                yield return UncorrectedP99.Of(uncorrected.Percentile(0.99));
            }
        }
    }

    private Metric Ranking(string figure, string description, string noun, string matters, double spread) =>
        new($"{Name}-{figure}", "s", Better.Lower, description)
        {
            Wording = new(noun, matters),
            Resolution = WakeUpSeconds,
            LaunchSpread = spread,
        };

    private Metric Explaining(string figure, string description) => new($"{Name}-{figure}", "s", Better.Neither, description);
}

using Interleave.Client.Measuring;

namespace Interleave.Client.Judging.Readings;

/// <summary>The words for the metrics that many scenarios share, and for any that sets none.</summary>
internal static class Wordings
{
    private static readonly Dictionary<string, Wording> Shared = new()
    {
        ["time"] = new("time to finish", "the whole job must be done soon"),
        ["cpu-time"] = new("processor time", "processors are paid for or shared with others"),
        ["memory"] = new("memory", "memory is short"),
        ["threads"] = new("operating-system threads", "threads are limited, as they are in a container"),
        ["context-switches"] = new("context switches", "the operating system should be left in peace"),
        ["throughput"] = new("throughput", "the work done in a second counts"),
        ["latency-p50"] = new("median latency", "the usual answer must come soon"),
        ["latency-p90"] = new("latency at the 90th percentile", "all but a few answers must come soon"),
        ["latency-p99"] = new("latency at the 99th percentile", "even slow answers must come soon"),
        ["latency-max"] = new("longest latency", "no answer may be slow"),
        ["dropped"] = new("dropped operations", "no request may be turned away"),
        ["speed-up"] = new("speed-up", "computation should use every core"),
        ["efficiency"] = new("efficiency", "cores are paid for"),
        ["lost"] = new("lost updates", "no update may be lost"),
    };

    public static Wording Of(Metric metric) => metric.Wording ?? Shared.GetValueOrDefault(metric.Name) ?? new(metric.Description, $"{metric.Description} decides");

    public static Wording Of(string metric)
    {
        var words = metric.Replace('-', ' ');
        return Shared.GetValueOrDefault(metric) ?? new(words, $"{words} decides");
    }
}

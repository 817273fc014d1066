using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>What a service is judged by beside its latencies.</summary>
internal static class WorkMetrics
{
    public static Metric Errors { get; } = new("errors", Quantity.Share, Better.Lower, "share of requests that failed, or that no unit took")
    {
        Wording = new("errors", "every request counts"),
        Resolution = 0.001,
    };

    public static Metric Cores { get; } = new(
        "cores", "{core}", Better.Lower, "cores that the processes kept busy, on average over the trial")
    {
        Wording = new("processor time", "cores are shared, or paid for"),
        Resolution = 0.02,
    };

    public static Metric Goal { get; } = new(
        "goal", Quantity.Share, Better.Higher, "whether the trial stayed within every limit of the file's goal: 100 % if it did")
    {
        Wording = new("trials within the goal", "the goal must hold"),
        Resolution = 0.01,
    };

    public static Metric Backlog { get; } = new("backlog", "s", Better.Neither, "from the last arrival of an open load to the end of the last request");

    public static Metric ServerLateness { get; } = new("server-lateness-p99", "s", Better.Neither, "99 % of the I/O server's answers were at most this late");

    public static IEnumerable<Measurement> Of(MeasuredTrial trial)
    {
        var counts = trial.Recorder.Counts;
        var planned = trial.Recorder.Operations.Generator.Report?.Planned ?? counts.Started;
        if (planned > 0)
        {
            yield return Errors.Of((double)(planned - counts.Completed) / planned);
        }

        if (Cores.OfKnown(trial.Usage?.CpuTime / trial.Elapsed) is { } cores)
        {
            yield return cores;
        }
    }
}

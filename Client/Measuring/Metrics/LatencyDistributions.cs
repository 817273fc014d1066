using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>What a trial keeps of its latencies for percentile curves.</summary>
internal static class LatencyDistributions
{
    /// <returns>Null when no operation completed. Of a closed load there is only one latency: the intended start is the real one.</returns>
    public static IReadOnlyDictionary<string, Distribution>? Of(TrialRecorder trial)
    {
        var distributions = new Dictionary<string, Distribution>();
        foreach (var (operationName, recorder) in trial.Kinds.Where(kind => kind.Value.Latency.Count > 0))
        {
            var names = new LatencyMetrics(operationName);
            distributions[names.Name] = CompactDistribution.Of(recorder.Latency);
            if (recorder.Generator.Report is not null)
            {
                distributions[names.UncorrectedName] = CompactDistribution.Of(recorder.UncorrectedLatency);
            }
        }

        return distributions.Count > 0 ? distributions : null;
    }
}

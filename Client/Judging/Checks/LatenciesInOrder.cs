using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Clocks are sane: no latency is negative, and no percentile lies below a lower one.</summary>
internal sealed class LatenciesInOrder : IRule
{
    private static readonly string[] Ascending = ["latency-p50", "latency-p90", "latency-p99", "latency-max"];

    public IEnumerable<Check> Judge(Run run) =>
        from trial in run.Trials
        let latencies = Ascending.Where(trial.Metrics.ContainsKey).Select(metric => trial.Metrics[metric]).ToList()
        where latencies.Count > 0
        let inOrder = latencies.Prepend(0).Zip(latencies).Count(pair => pair.First <= pair.Second)
        select new Check(
            trial.Scenario, trial.Variant, trial.Model, trial.Round, "latencies in order", latencies.Count, inOrder, inOrder == latencies.Count);
}

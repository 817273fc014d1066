using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Clocks are sane: no operation took longer than its trial, which another clock reading measured.</summary>
/// <remarks>That percentiles of one histogram stand in order proves nothing: they cannot do otherwise.</remarks>
internal sealed class LatenciesPossible : IRule
{
    private const string Longest = "latency-max";

    // A histogram keeps three digits, and the trial's own clock is read a little later and earlier.
    private const double Slack = 1.01;
    private const double SlackSeconds = 0.001;

    public IEnumerable<Check> Judge(Run run) =>
        from trial in run.Trials
        where trial.Metrics.ContainsKey("time")
        from metric in trial.Metrics
        where metric.Key.EndsWith(Longest, StringComparison.Ordinal)
        let time = trial.Metrics["time"]
        select new Check(
            trial.Scenario, trial.Variant, trial.Model, trial.Round, $"{metric.Key} within the trial's time", time, metric.Value,
            metric.Value >= 0 && metric.Value <= (time * Slack) + SlackSeconds);
}

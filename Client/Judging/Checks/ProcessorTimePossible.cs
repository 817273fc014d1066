using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Clocks are sane: no trial used more processor time than its cores had while it ran.</summary>
internal sealed class ProcessorTimePossible : IRule
{
    // Processes are asked one after the other, and a little before and after the time is taken. A process that is counted twice shows.
    private const double Slack = 1.05;
    private const double SlackSeconds = 0.02;

    /// <remarks>Where a part of the work was done on other machines, whose cores nobody counted, there is no share of this one.</remarks>
    public IEnumerable<Check> Judge(Run run) =>
        from trial in run.Trials
        where trial.Metrics.ContainsKey("time") && trial.Metrics.ContainsKey("cpu-time") && trial.Metrics.ContainsKey("machine-share")
        let possible = trial.Metrics["time"] * run.Environment.Cores
        let used = trial.Metrics["cpu-time"]
        select new Check(
            trial.Scenario, trial.Variant, trial.Model, trial.Round, "processor time possible", possible, used, used <= (possible * Slack) + SlackSeconds);
}

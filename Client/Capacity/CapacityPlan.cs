using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Capacity;

/// <summary>What <c>run.json</c> says of a search: a round is what one launch of every model found.</summary>
internal static class CapacityPlan
{
    public static RunPlan Of(RunPlan plan, Effort effort)
    {
        var scenario = plan.Plan.Scenarios[0];
        return plan with
        {
            Plan = plan.Plan with
            {
                Rounds = effort.Launches,
                Launches = effort.Launches,
                Variants = [new PlannedVariant(scenario, CapacityMetrics.Variant, CapacityMetrics.Variant)],
                Metrics =
                [
                    .. CapacityMetrics.All.Select((metric, index) => metric.PlannedFor(scenario) with { IsHeadline = index < CapacityMetrics.Headlines }),
                ],
            },
        };
    }

    /// <summary>Gives each capacity its interval: from the highest rate that held in the worst launch to the lowest that failed in the best.</summary>
    public static Run Widened(Run run) => run with
    {
        Results =
        [
            .. run.Results.Select(result => result.Metric != CapacityMetrics.Capacity.Name ? result : result with
            {
                Low = Ends(run, result, CapacityMetrics.HoldsAt.Name).Append(result.Low).Min(),
                High = Ends(run, result, CapacityMetrics.FailsAt.Name).Append(result.High).Max(),
            }),
        ],
    };

    private static IEnumerable<double> Ends(Run run, Result result, string metric) =>
        from trial in run.Trials
        where (trial.Scenario, trial.Variant, trial.Model) == (result.Scenario, result.Variant, result.Model) && trial.Metrics.ContainsKey(metric)
        select trial.Metrics[metric];
}

using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Every metric of every model over the rounds of a run.</summary>
internal static class Results
{
    public static IEnumerable<Result> Of(Plan plan, SortedTrials trials) =>
        from variant in plan.Variants
        from metric in plan.Metrics.Where(metric => metric.Scenario == variant.Scenario)
        from model in plan.Models
        let tried = trials.Of(variant.Scenario, variant.Name, model).ToList()
        let result = metric.Exposure is null ? Of(variant, metric, model, tried, trials) : OfEvents(plan, variant, metric, model, tried, trials)
        where result is not null
        select result;

    private static Result? Of(PlannedVariant variant, PlannedMetric metric, string model, List<Trial> tried, SortedTrials trials)
    {
        var sound = tried.Where(trials.IsSound).Where(Measured).ToList();
        // Where every round failed, the figure they yielded is shown beside the failure, and counts for nothing.
        var shown = sound.Count > 0 ? sound : [.. tried.Where(Measured)];
        if (shown.Count == 0)
        {
            return null;
        }

        var estimate = Estimate.OfMedian([.. shown.Select(trial => trial.Metrics[metric.Name])]);
        return new Result(
            variant.Scenario, variant.Name, model, metric.Name, metric.Unit, metric.Better, estimate.Median, estimate.Low, estimate.High, sound.Count)
        {
            Disturbed = sound.Count(trial => trial.Disturbed),
            Failed = tried.Count(trial => !trials.IsSound(trial)),
        };

        bool Measured(Trial trial) => trial.Metrics.ContainsKey(metric.Name);
    }

    /// <summary>Rare events are summed over all rounds, and shown as their rate.</summary>
    private static Result? OfEvents(Plan plan, PlannedVariant variant, PlannedMetric metric, string model, List<Trial> tried, SortedTrials trials)
    {
        var sound = tried.Where(trials.IsSound).ToList();
        if ((RateRounds.Of(metric, sound) ?? RateRounds.Of(metric, tried)) is not { } rounds)
        {
            return null;
        }

        var occasions = plan.Metrics.First(planned => (planned.Scenario, planned.Name) == (metric.Scenario, metric.Exposure));
        var (rate, low, high) = rounds.Rate.Estimate;
        return new Result(
            variant.Scenario, variant.Name, model, metric.Name, $"{metric.Unit}/{occasions.Unit}", metric.Better, rate, low, high,
            RateRounds.Of(metric, sound)?.Rounds.Count ?? 0)
        {
            Events = rounds.Rate.Events,
            Occasions = rounds.Rate.Occasions,
            Disturbed = sound.Count(trial => trial.Disturbed),
            Failed = tried.Count(trial => !trials.IsSound(trial)),
        };
    }
}

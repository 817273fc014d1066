using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Rare events over the rounds of one model, and the occasions on which one could have happened.</summary>
internal sealed record RateRounds(IReadOnlyList<(int Launch, double Events, double Occasions)> Rounds)
{
    public EventRate Rate { get; } = EventRate.Of([.. Rounds.Select(round => (round.Events, round.Occasions))]);

    /// <summary>Null where no round had an occasion.</summary>
    public static RateRounds? Of(PlannedMetric metric, IEnumerable<Trial> trials)
    {
        var rounds = trials
            .Where(trial => metric.Exposure is not null && trial.Metrics.ContainsKey(metric.Name) && trial.Metrics.GetValueOrDefault(metric.Exposure) > 0)
            .Select(trial => (trial.Launch, trial.Metrics[metric.Name], trial.Metrics[metric.Exposure!])) // Not null: just asked.
            .ToList();
        return rounds.Count == 0 ? null : new RateRounds(rounds);
    }

    /// <summary>The rate of each launch.</summary>
    public IReadOnlyDictionary<int, double> OfLaunches() => Rounds
        .GroupBy(round => round.Launch)
        .ToDictionary(launch => launch.Key, launch => launch.Sum(round => round.Events) / launch.Sum(round => round.Occasions));
}

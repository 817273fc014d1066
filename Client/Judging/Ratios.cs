using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>A metric of one model over that of the baseline, round by round: a disturbance that hits both cancels out.</summary>
internal sealed record Ratios(Interval? Interval, IReadOnlyList<int> Directions, int Rounds, int Disturbed)
{
    public static Ratios? Of(string metric, IEnumerable<Trial> model, IEnumerable<Trial> baseline)
    {
        var pairs = model
            .Join(baseline, trial => trial.Round, trial => trial.Round, (trial, other) => (Trial: trial, Other: other))
            .Where(pair => pair.Trial.Metrics.ContainsKey(metric) && pair.Other.Metrics.ContainsKey(metric))
            .Select(pair => (Value: pair.Trial.Metrics[metric], Other: pair.Other.Metrics[metric], Disturbed: pair.Trial.Disturbed || pair.Other.Disturbed))
            .ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var haveRatio = pairs.TrueForAll(pair => pair.Other != 0 || pair.Value == 0);
        return new Ratios(
            haveRatio ? Summary.Of([.. pairs.Select(pair => pair.Value == pair.Other ? 1 : pair.Value / pair.Other)]) : null,
            [.. pairs.Select(pair => pair.Value.CompareTo(pair.Other))],
            pairs.Count,
            pairs.Count(pair => pair.Disturbed));
    }
}

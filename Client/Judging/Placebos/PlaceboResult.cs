using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Placebos;

/// <summary>How often the verdicts of a placebo erred, and how often they found what was planted.</summary>
/// <remarks>
/// More work takes more time, and more processor time; what it does to other metrics nobody knows beforehand. A variant that fixes the amount of its work
/// does no more on a twin, and nothing is planted there.
/// </remarks>
internal sealed record PlaceboResult(Run Run, IReadOnlyList<PlaceboRow> Rows)
{
    private static readonly HashSet<string> GrowWithWork = [CommonMetrics.Time.Name, CommonMetrics.CpuTime.Name];

    public PlaceboOutcome Outcome => new(
        Run.FinishedAt ?? Run.StartedAt,
        Run.Plan.Profile,
        Run.Plan.Scenarios,
        Rows.Sum(row => row.Wrong),
        Rows.Sum(row => row.Contrasts),
        PlantedInTime(Twin.Planted[0]).Found,
        PlantedInTime(Twin.Planted[0]).Of,
        PlantedInTime(Twin.Planted[1]).Found,
        PlantedInTime(Twin.Planted[1]).Of);

    public static PlaceboResult Of(Run run)
    {
        var twins = run.Plan.Twins.ToDictionary(twin => twin.Model);
        var parameters = run.Trials.ToLookup(trial => (trial.Scenario, trial.Variant, trial.Model), trial => trial.Parameters);
        return new PlaceboResult(run,
        [
            .. from contrast in run.Contrasts
               where contrast.DerivedFrom is null && twins.ContainsKey(contrast.Model)
               group contrast by (contrast.Scenario, contrast.Metric) into metric
               let same = metric.Where(contrast => twins[contrast.Model].WorkFactor == 1).ToList()
               let planted = metric
                   .Where(contrast => GrowWithWork.Contains(contrast.Metric) && DidMore(contrast))
                   .ToLookup(contrast => twins[contrast.Model].WorkFactor)
               select new PlaceboRow(
                   metric.Key.Scenario,
                   metric.Key.Metric,
                   same.Count(contrast => contrast.Verdict is Verdict.Better or Verdict.Worse),
                   same.Count,
                   planted.ToDictionary(factor => factor.Key, factor => (factor.Count(contrast => contrast.Verdict == Verdict.Worse), factor.Count()))),
        ]);

        bool DidMore(Contrast contrast)
        {
            var (own, other) = (
                parameters[(contrast.Scenario, contrast.Variant, contrast.Model)].FirstOrDefault(),
                parameters[(contrast.Scenario, contrast.Variant, contrast.Baseline)].FirstOrDefault());
            return own is not null && other is not null && own.Any(parameter => other.GetValueOrDefault(parameter.Key) != parameter.Value);
        }
    }

    private (int Found, int Of) PlantedInTime(double factor)
    {
        var rows = Rows.Where(row => row.Metric == CommonMetrics.Time.Name).Select(row => row.At(factor)).ToList();
        return (rows.Sum(row => row.Found), rows.Sum(row => row.Of));
    }
}

using System.Globalization;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Scaling;

/// <summary>Finds in a run what was tried on several numbers of cores or silos, one of them one, and fits the law to it, round by round.</summary>
internal static class ScalingCurves
{
    public static IReadOnlyList<ScalingCurve> Of(Run run)
    {
        var spoiled = run.Checks.Where(check => !check.Ok).Select(TrialName.Of).ToHashSet();
        var tried = run.Trials.Where(trial => trial.Round > 0 && trial.Error is null && !spoiled.Contains(TrialName.Of(trial)))
            .Select(trial => (Trial: trial, Name: SilosVariant.Parse(trial.Variant), Throughput: ThroughputOf(trial)))
            .Where(tried => double.IsFinite(tried.Throughput) && tried.Throughput > 0)
            .ToList();
        return
        [
            .. from same in tried.GroupBy(each => (each.Trial.Scenario, each.Name.Home, each.Trial.Model)).OrderBy(same => PlaceOf(run.Plan, same.Key))
               from curve in (ScalingCurve?[])
               [
                   .. from held in same.Where(each => each.Name.Cores is not null).GroupBy(each => each.Name.Silos).OrderBy(held => held.Key)
                      let points = held.Select(each => (each.Trial.Round, each.Name.Cores ?? 0, each.Throughput)).ToList()
                      select Curve(run, same.Key, ScalingAxis.Cores, Held(held.Key, "silo"), points),
                   .. from held in same.Where(each => each.Name.Silos is not null).GroupBy(each => each.Name.Cores).OrderBy(held => held.Key)
                      let points = held.Select(each => (each.Trial.Round, each.Name.Silos ?? 0, each.Throughput)).ToList()
                      select Curve(run, same.Key, ScalingAxis.Silos, Held(held.Key, "core"), points, held.Key),
               ]
               where curve is not null
               select curve,
        ];
    }

    /// <summary>Trials come in random order, the plan's variants and models do not.</summary>
    private static (int Variant, int Model) PlaceOf(Plan plan, (string Scenario, string Home, string Model) what) => (
        plan.Variants.Index().Where(variant => variant.Item.Scenario == what.Scenario && SilosVariant.Parse(variant.Item.Name).Home == what.Home)
            .Select(variant => variant.Index).FirstOrDefault(int.MaxValue),
        plan.Models.Index().Where(model => model.Item == what.Model).Select(model => model.Index).FirstOrDefault(int.MaxValue));

    /// <summary>Where the work is the same, the more is done in a second the less time it takes.</summary>
    private static double ThroughputOf(Trial trial) =>
        trial.Metrics.TryGetValue(LoadMetrics.Throughput.Name, out var throughput) ? throughput
        : trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var time) ? 1 / time
        : double.NaN;

    private static string Held(int? number, string what) =>
        number is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? what : $"{what}s")}");

    private static ScalingCurve? Curve(
        Run run,
        (string Scenario, string Home, string Model) what,
        ScalingAxis axis,
        string held,
        List<(int Round, int Number, double Throughput)> measured,
        int? cores = null)
    {
        var numbers = measured.Select(point => point.Number).Distinct().Order().ToList();
        // A round counts where every number has its figure: ratios are taken within one round.
        var rounds = measured.GroupBy(point => point.Round)
            .Select(round => round.GroupBy(point => point.Number).ToDictionary(point => point.Key, point => point.First().Throughput))
            .Where(round => round.Count == numbers.Count).ToList();
        if (numbers is not [1, _, ..] || rounds.Count == 0)
        {
            return null;
        }

        List<ScalingPoint> points =
            [.. numbers.Select(number => new ScalingPoint(number, Estimate.OfMedian([.. rounds.Select(round => round[number] / round[1])])))];
        var laws = rounds.Select(round => ScalabilityFit.Of([.. numbers.Select(number => ((double)number, round[number] / round[1]))])).ToList();
        var crosstalk = Estimate.OfMedian([.. laws.Select(law => law.Crosstalk)]);
        List<(double, double)> medians = [.. points.Select(point => ((double)point.Number, point.Capacity.Median))];
        var fitted = ScalabilityFit.Of(medians);
        var determination = ScalabilityFit.Determination(fitted, medians);
        return new ScalingCurve(
            what.Scenario,
            what.Home,
            what.Model,
            axis,
            held,
            points,
            Estimate.OfMedian([.. laws.Select(law => law.Contention)]),
            crosstalk,
            fitted,
            determination,
            [.. ScalingDoubts.Of(axis, points, rounds.Count, cores ?? run.Environment.Cores, crosstalk, fitted, determination)]);
    }
}

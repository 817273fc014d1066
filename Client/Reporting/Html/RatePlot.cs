using System.Xml.Linq;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;

namespace Interleave.Client.Reporting.Html;

/// <summary>Draws the trials of a search for a capacity: latency over the arrival rate for each model, the goal as a line.</summary>
internal static class RatePlot
{
    private const string SearchVariant = "search";
    private const string RateParameter = "rate";
    private const string Goal = "goal";

    private static readonly string Latency = LatencyMetrics.Default.P99.Name;

    public static IEnumerable<XElement> Of(Run run, string scenario)
    {
        var trials = run.Trials.Where(trial => trial.Scenario == scenario).ToList();
        List<LineSeries> lines =
        [
            .. from trial in trials
               where trial.Variant == SearchVariant && trial.Parameters.ContainsKey(RateParameter) && trial.Metrics.ContainsKey(Latency)
               group trial by trial.Model into tried
               select new LineSeries(tried.Key, [.. tried.GroupBy(trial => trial.Parameters[RateParameter]).OrderBy(rate => rate.Key).Select(Point)]),
        ];
        if (lines.Count == 0)
        {
            yield break;
        }

        var limits = trials.Select(trial => trial.Parameters.GetValueOrDefault($"{Goal}-{Latency}")).Where(limit => limit > 0);
        if (limits.FirstOrDefault() is > 0 and var goal)
        {
            var rates = lines.SelectMany(line => line.Points).Select(point => point.X).ToList();
            lines.Add(new LineSeries(Goal, [new LinePoint(rates.Min(), goal), new LinePoint(rates.Max(), goal)], Faint: true));
        }

        yield return Picture.Of(
            "latency over the arrival rate",
            "each point a trial of the search; a model's capacity is where its line crosses that of the goal, or where it no longer keeps up",
            LinePlot.Draw(
                $"{scenario}-latency-over-rate",
                $"{scenario}: latency over the arrival rate",
                new LineAxis("arrivals a second", "{op}/s"),
                new LineAxis("latency p99", "s"),
                lines,
                []));
    }

    private static LinePoint Point(IGrouping<double, Trial> rate)
    {
        var latencies = rate.Select(trial => trial.Metrics[Latency]).Order().ToList();
        return new LinePoint(rate.Key, latencies[latencies.Count / 2], latencies[0], latencies[^1]);
    }
}

using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging;

/// <summary>Works out what scenarios make of several variants, as if each round had tried one variant more.</summary>
internal static class TrialsOverVariants
{
    /// <param name="trials">Those that were measured.</param>
    /// <param name="isSound">Whether a trial counts; a round in which one of the variants does not count yields nothing.</param>
    public static IEnumerable<Trial> Of(Plan plan, IReadOnlyList<Trial> trials, Func<Trial, bool> isSound, IReadOnlyList<IScenario> scenarios) =>
        from scenario in scenarios
        where scenario.FiguresOverVariants.Count > 0
        from cores in plan.Cores.Count == 0 ? [null] : plan.Cores.Select(number => (int?)number)
        let measured = trials.Where(trial => trial.Scenario == scenario.Name && PinnedVariant.IsPinned(trial.Variant, cores)).ToList()
        from model in measured.GroupBy(trial => trial.Model)
        let variants = model.Select(trial => trial.Variant).Distinct().Count()
        from round in model.GroupBy(trial => trial.Round)
        where round.Count() == variants && round.All(isSound)
        from trial in Of(scenario, cores, [.. round])
        select trial;

    private static IEnumerable<Trial> Of(IScenario scenario, int? cores, IReadOnlyList<Trial> round)
    {
        List<Trial> unpinned = [.. round.Select(trial => trial with { Variant = PinnedVariant.Unpinned(trial.Variant, cores) })];
        return
            from figures in scenario.FiguresOverVariants.GroupBy(figure => figure.Variant)
            let metrics = (
                from figure in figures
                let value = figure.Value(unpinned)
                where value is { } number && double.IsFinite(number)
                select (figure.Metric.Name, value.Value)).ToDictionary(pair => pair.Name, pair => pair.Value)
            where metrics.Count > 0
            select round[0] with
            {
                Variant = PinnedVariant.Pinned(figures.Key, cores),
                Parameters = new Dictionary<string, double>(),
                Metrics = metrics,
                Operations = OperationCounts.None,
                Distributions = null,
                Series = null,
                Disturbed = round.Any(trial => trial.Disturbed),
            };
    }
}

using Interleave.Client.Judging;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Judging;

public sealed class TrialsOverVariantsTests
{
    private static readonly Metric BreakEven = new("break-even", "{step}", Better.Lower, "the smallest size that gains") { Resolution = 1 };

    // Half of the scenarios to come: sizes as variants, and a figure that only all of them together yield.
    private static readonly MadeUpScenario Granularity = new("granularity")
    {
        FiguresOverVariants = [new FigureOverVariants("break-even", BreakEven, SmallestThatGains)],
    };

    [Fact]
    public void A_figure_over_variants_is_worked_out_round_by_round_and_model_by_model()
    {
        var run = Conclude(Sizes("threads", [0.5, 0.9, 0.5, 0.9, 0.5, 0.9], [1.2, 1.2, 0.9, 1.2, 1.2, 0.9]));

        var result = Assert.Single(run.Results, result => result.Metric == "break-even");
        Assert.Equal(
            ("break-even", "threads", "{step}", 6, 10, 10, 100),
            (result.Variant, result.Model, result.Unit, result.Rounds, result.Median, result.Low, result.High));
    }

    [Fact]
    public void It_is_contrasted_as_any_other_figure()
    {
        var run = Conclude(Sizes("threads", Six(0.5), Six(1.2)).Merge(Sizes("processes", Six(0.5), Six(0.9))));

        var contrast = Assert.Single(run.Contrasts, contrast => contrast.Metric == "break-even");
        Assert.Equal(("break-even", "processes", 10, Verdict.Worse), (contrast.Variant, contrast.Model, contrast.Ratio, contrast.Verdict));
    }

    [Fact]
    public void A_round_of_which_one_variant_does_not_count_yields_nothing()
    {
        var run = Conclude(Sizes("threads", Six(0.5), Six(1.2)).Check("granularity", "10 steps", "threads", 2, "answers", ok: false));

        Assert.Equal(5, Assert.Single(run.Results, result => result.Metric == "break-even").Rounds);
    }

    [Fact]
    public void Each_number_of_cores_has_a_figure_of_its_own()
    {
        var run = Sizes("threads", Six(0.5), Six(1.2), ", on 1 core")
            .Merge(Sizes("threads", Six(1.5), Six(1.7), ", on 2 cores"))
            .Metric(BreakEven.PlannedFor("granularity"))
            .Build();
        run = run with
        {
            Plan = run.Plan with { Cores = [1, 2], Variants = [.. run.Plan.Variants, Planned("break-even, on 1 core"), Planned("break-even, on 2 cores")] },
        };

        var results = Judge.Create([Granularity]).Conclude(run).Results.Where(result => result.Metric == "break-even");

        Assert.Equal([("break-even, on 1 core", 10.0), ("break-even, on 2 cores", 1)], results.Select(result => (result.Variant, result.Median)));
    }

    [Fact]
    public void The_plan_names_the_figure_as_a_variant_and_a_metric()
    {
        var plan = new Planner([Granularity]).Plan(new PlanRequest(["granularity"])).Plan;

        Assert.Contains(Planned("break-even"), plan.Variants);
        Assert.Contains(BreakEven.PlannedFor("granularity"), plan.Metrics);
    }

    private static double? SmallestThatGains(IReadOnlyList<Trial> trials) => trials
        .Where(trial => trial.Metrics.GetValueOrDefault("speed-up") > 1)
        .Select(trial => double.Parse(trial.Variant.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
        .DefaultIfEmpty(100)
        .Min();

    private static MadeUpRun Sizes(string model, double[] small, double[] large, string suffix = "") => new MadeUpRun()
        .Figures("granularity", "1 steps" + suffix, model, "speed-up", small)
        .Figures("granularity", "10 steps" + suffix, model, "speed-up", large);

    private static PlannedVariant Planned(string name) => new("granularity", name, name);

    private static double[] Six(double value) => MadeUpRun.Six(value);

    private static Run Conclude(MadeUpRun run)
    {
        var built = run.Metric(BreakEven.PlannedFor("granularity")).Build();
        return Judge.Create([Granularity]).Conclude(built with { Plan = built.Plan with { Variants = [.. built.Plan.Variants, Planned("break-even")] } });
    }
}

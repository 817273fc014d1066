using Interleave.Client.Judging;
using Interleave.Client.Judging.Comparing;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Comparing;

/// <summary>How often a comparison errs, on runs whose figures are drawn with the noise that a small virtual machine shows.</summary>
public sealed class FalseChangeTests
{
    private const int Variants = 6;

    private static readonly string[] Models = ["threads", "tasks", "loop", "grains"];

    // From launch to launch and from round to round, as standard deviations of the logarithm.
    private static readonly (Metric Metric, double Value, double Launch, double Round)[] Metrics =
    [
        (CommonMetrics.Time, 0.3, 0.02, 0.02),
        (CommonMetrics.CpuTime, 0.2, 0.03, 0.04),
        (CommonMetrics.Memory, 4e6, 0.12, 0.02),
        (CommonMetrics.ContextSwitches, 3_000, 0.08, 0.06),
    ];

    [Theory]
    [InlineData(Profile.Quick, 6, 1)]
    [InlineData(Profile.Standard, 10, 3)]
    internal void The_same_plan_compared_with_itself_twenty_times_shows_no_change_nineteen_times(Profile profile, int rounds, int launches)
    {
        var random = new Random(11);
        var runs = Enumerable.Range(0, 21).Select(_ => Draw(random, profile, rounds, launches, slower: 1)).ToList();

        var changed = runs.Zip(runs.Skip(1)).Count(pair => Comparison.Of(pair.First, pair.Second, []).BeyondNoise.Any());

        Assert.InRange(changed, 0, 1);
    }

    [Theory]
    [InlineData(Profile.Quick, 6, 1, 1.25)]
    [InlineData(Profile.Standard, 10, 3, 1.2)]
    internal void A_model_that_has_become_slower_is_found(Profile profile, int rounds, int launches, double slower)
    {
        var random = new Random(12);

        var found = Enumerable.Range(0, 5)
            .Select(_ => Comparison.Of(Draw(random, profile, rounds, launches, slower: 1), Draw(random, profile, rounds, launches, slower), []))
            .Select(comparison => comparison.Regressions(0.05).Count(change => change.Before.Metric == CommonMetrics.Time.Name))
            .ToList();

        Assert.True(found.Sum() >= 0.9 * 5 * Variants, $"{string.Join(", ", found)} of {Variants} each");
    }

    /// <param name="slower">How many times longer than before one of the models takes.</param>
    private static Run Draw(Random random, Profile profile, int rounds, int launches, double slower)
    {
        var run = new MadeUpRun();
        foreach (var (metric, value, launchNoise, roundNoise) in Metrics)
        {
            for (var variant = 1; variant <= Variants; variant++)
            {
                foreach (var model in Models)
                {
                    var launchEffects = Enumerable.Range(0, launches).Select(_ => Noise(launchNoise)).ToList();
                    var centre = metric == CommonMetrics.Time && model == "tasks" ? value * slower : value;
                    var values = Enumerable.Range(0, rounds).Select(round => centre * launchEffects[round % launches] * Noise(roundNoise));
                    run.Figures("io", $"variant {variant}", model, metric.Name, [.. values]);
                    for (var round = 0; round < rounds; round++)
                    {
                        var launch = (round % launches) + 1;
                        run.Change("io", $"variant {variant}", model, round + 1, trial => trial with { Launch = launch });
                    }
                }
            }

            run.Metric(metric.PlannedFor("io"));
        }

        var built = run.Build();
        return Judge.Create([]).Conclude(built with { Plan = built.Plan with { Profile = profile, Launches = launches } });

        double Noise(double deviation) => Math.Exp(deviation * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));
    }
}

using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Scaling;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scaling;

public sealed class ScalingCurvesTests
{
    [Theory]
    [InlineData("all cores", "all cores", null, null)]
    [InlineData("all cores, on 2 cores", "all cores", null, 2)]
    [InlineData("http 50ms, on 1 silo, on 2 cores", "http 50ms", 1, 2)]
    [InlineData("http 50ms, on 4 silos", "http 50ms", 4, null)]
    public void A_name_tells_the_silos_and_the_cores(string name, string home, int? silos, int? cores)
    {
        Assert.Equal((home, silos, cores), SilosVariant.Parse(name));
    }

    [Fact]
    public void Every_model_scales_over_cores_and_grains_over_silos_too()
    {
        var curves = ScalingCurves.Of(Swept(rounds: 6));

        Assert.Equal(
            ["threads over cores, ", "grains over cores, 1 silo", "grains over cores, 2 silos", "grains over silos, 1 core", "grains over silos, 2 cores"],
            curves.Select(curve => $"{curve.Model} over {ScalingSentences.Noun(curve.Axis)}, {curve.Held}"));
        Assert.All(curves, curve => Assert.Equal([1, 2], curve.Points.Select(point => point.Number)));
        Assert.Equal(0.8, curves[0].Points[1].Efficiency.Median, precision: 9);
        Assert.Equal(0.25, curves[0].Law.Contention, precision: 9);
    }

    [Fact]
    public void Failed_trials_and_rounds_that_lack_a_number_do_not_count()
    {
        var run = Swept(rounds: 6);
        var spoiled = run with { Trials = [.. run.Trials.Select(trial => trial is { Model: "threads", Round: 1 } ? trial with { Error = "broken" } : trial)] };

        Assert.Contains(
            ScalingCurves.Of(spoiled).Single(curve => curve.Model == "threads").Doubts, doubt => doubt.StartsWith("5 sound rounds", StringComparison.Ordinal));
        var onTwoOnly = run.Trials.Where(trial => !trial.Variant.EndsWith("1 core", StringComparison.Ordinal) && trial.Model == "threads");
        Assert.Empty(ScalingCurves.Of(run with { Trials = [.. onTwoOnly] }));
    }

    [Fact]
    public void Few_points_few_rounds_and_shared_cores_are_said()
    {
        var doubts = ScalingCurves.Of(Swept(rounds: 3)).Single(curve => curve is { Axis: ScalingAxis.Silos, Held: "1 core" }).Doubts;

        Assert.Contains(doubts, doubt => doubt.Contains("two points", StringComparison.Ordinal));
        Assert.Contains(doubts, doubt => doubt.Contains("3 sound rounds", StringComparison.Ordinal));
        Assert.Contains(doubts, doubt => doubt.Contains("2 silos shared 1 core", StringComparison.Ordinal));
    }

    [Fact]
    public void Enough_points_on_the_law_leave_no_doubt()
    {
        var law = new ScalabilityLaw(0.1, 0.01);
        List<ScalingPoint> points = [.. ((int[])[1, 2, 4, 8]).Select(number => new ScalingPoint(number, Exactly(law.Capacity(number))))];

        Assert.Empty(Doubts(new Estimate(0.01, 0.009, 0.011), law, 0.99));
        Assert.Contains("crosstalk may as well be none", Assert.Single(Doubts(new Estimate(0.01, 0, 0.02), law, 0.99)), StringComparison.Ordinal);
        Assert.Contains("far beyond", Assert.Single(Doubts(Exactly(0.001), new ScalabilityLaw(0.1, 0.001), 0.99)), StringComparison.Ordinal);
        Assert.Contains("R²", Assert.Single(Doubts(Exactly(0.01), law, 0.5)), StringComparison.Ordinal);

        static Estimate Exactly(double value) => new(value, value, value);

        IEnumerable<string> Doubts(Estimate crosstalk, ScalabilityLaw fitted, double determination) =>
            ScalingDoubts.Of(ScalingAxis.Cores, points, rounds: 6, cores: 8, crosstalk, fitted, determination);
    }

    [Fact]
    public void A_sweep_tries_grains_on_every_number_of_silos_and_all_else_once()
    {
        var plan = new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["cpu"]) { Models = ["threads", "grains"], Cores = "1" });

        var swept = SilosSweep.Of(plan, [1, 4]);

        var two = swept.Scenarios[0].Pairs.Where(pair => pair.Variant.Name.StartsWith("two", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["two, on 1 core|threads|", "two, on 1 silo, on 1 core|grains|1", "two, on 4 silos, on 1 core|grains|4"],
            two.Select(pair => $"{pair.Variant.Name}|{pair.Worker.Name}|{pair.Worker.Silos}"));
        Assert.Equal("two, on 1 core", swept.Plan.Variants.Single(variant => variant.Name == "two, on 4 silos, on 1 core").ComparedWith);
    }

    private static Run Swept(int rounds) => new(
        Run.CurrentSchema,
        "id",
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        Complete: true,
        new MachineEnvironment("os", "cpu", 2, 1, "10", "server", "Embedded", "1", RecordingCost: null),
        new Plan(["cpu"], ["threads", "grains"], 2, rounds, Profile.Quick, 1, new Dictionary<string, string>()),
        [
            .. from round in Enumerable.Range(1, rounds)
               from cores in (int[])[1, 2]
               from silos in (int?[])[null, 1, 2]
               select Trial(round, silos, cores),
        ],
        [],
        [],
        [],
        []);

    /// <summary>Two cores take 1/1.6 of the time of one, and silos make no difference.</summary>
    private static Trial Trial(int round, int? silos, int cores) => new(
        "cpu",
        $"all{(silos is null ? "" : silos == 1 ? ", on 1 silo" : $", on {silos} silos")}, on {cores} {(cores == 1 ? "core" : "cores")}",
        silos is null ? "threads" : "grains",
        round,
        new Dictionary<string, double>(),
        new Dictionary<string, double> { ["time"] = cores == 1 ? 1.6 : 1 },
        new OperationCounts(1, 1, 0, 0),
        Error: null);
}

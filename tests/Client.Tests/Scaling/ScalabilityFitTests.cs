using Interleave.Client.Scaling;

namespace Interleave.Client.Tests.Scaling;

public sealed class ScalabilityFitTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 0)]
    [InlineData(0.2, 0.01)]
    [InlineData(0, 0.02)]
    [InlineData(0.7, 0.001)]
    public void A_known_law_is_found_again(double contention, double crosstalk)
    {
        var law = new ScalabilityLaw(contention, crosstalk);
        List<(double, double)> points = [.. ((int[])[1, 2, 4, 8, 16, 32]).Select(number => ((double)number, law.Capacity(number)))];

        var found = ScalabilityFit.Of(points);

        Assert.Equal(contention, found.Contention, precision: 6);
        Assert.Equal(crosstalk, found.Crosstalk, precision: 6);
        if (contention > 0 || crosstalk > 0)
        {
            Assert.Equal(1, ScalabilityFit.Determination(found, points)!.Value, precision: 6);
        }
    }

    [Fact]
    public void The_peak_is_where_throughput_is_highest()
    {
        var law = new ScalabilityLaw(0.02, 0.001);

        var highest = Enumerable.Range(1, 200).MaxBy(number => law.Capacity(number));

        Assert.Equal(highest, law.Peak!.Value, tolerance: 1);
        Assert.Null(new ScalabilityLaw(0.02, 0).Peak);
    }

    [Fact]
    public void Noise_moves_the_law_a_little_only()
    {
        var random = new Random(7);
        var law = new ScalabilityLaw(0.1, 0.002);
        List<(double, double)> points =
            [.. ((int[])[1, 2, 4, 8, 16, 32]).Select(number => ((double)number, law.Capacity(number) * (1 + ((random.NextDouble() - 0.5) * 0.02))))];

        var found = ScalabilityFit.Of(points);

        Assert.Equal(0.1, found.Contention, tolerance: 0.03);
        Assert.Equal(0.002, found.Crosstalk, tolerance: 0.001);
        Assert.True(ScalabilityFit.Determination(found, points) > 0.95);
    }

    [Fact]
    public void Neither_cost_is_ever_negative()
    {
        // Faster than linear: no law of this kind, and no loss either.
        var faster = ScalabilityFit.Of([(1, 1), (2, 2.2), (4, 4.6)]);
        // Bends the wrong way for crosstalk: contention alone fits best.
        var bent = ScalabilityFit.Of([(1, 1), (2, 1.2), (4, 2.2), (8, 5)]);

        Assert.Equal(new ScalabilityLaw(0, 0), faster);
        Assert.True(bent is { Contention: >= 0, Crosstalk: >= 0 });
    }

    [Fact]
    public void Two_points_give_contention_alone()
    {
        var found = ScalabilityFit.Of([(1, 1), (2, 1.6)]);

        Assert.Equal(0.25, found.Contention, precision: 9);
        Assert.Equal(0, found.Crosstalk);
    }
}

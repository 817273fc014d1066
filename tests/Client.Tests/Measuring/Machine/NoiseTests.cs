using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Measuring.Machine;

public sealed class NoiseTests
{
    [Fact]
    public void A_round_whose_probe_took_much_longer_was_disturbed() =>
        Assert.Equal([false, false, true, false, false], Disturbed(Samples(20, 20.2, 31, 19.9, 20.1)));

    [Fact]
    public void Small_differences_are_no_disturbance_however_steady_the_others_are() =>
        Assert.DoesNotContain(true, Disturbed(Samples(20, 20, 20, 20, 21)));

    [Fact]
    public void On_a_machine_that_varies_much_only_what_varies_more_stands_out() =>
        Assert.Equal([false, false, false, false, false, false, true], Disturbed(Samples(18, 20, 23, 25, 17, 21, 60)));

    [Fact]
    public void A_core_that_others_kept_busy_all_the_time_shows_although_all_rounds_are_alike() =>
        Assert.Equal([true, true, true], Disturbed([.. Enumerable.Repeat(new NoiseSample(0.03, 0.3), 3)]));

    [Fact]
    public void Without_samples_nothing_was_disturbed() => Assert.Empty(Disturbed([]));

    [Fact]
    public void The_probe_takes_time_on_every_core()
    {
        var before = Environment.CpuUsage.TotalTime;
        var sample = NoiseProbe.Measure();

        Assert.True(sample.Elapsed > 0);
        Assert.InRange(sample.Waited, 0, 1);
        Assert.True((Environment.CpuUsage.TotalTime - before).TotalSeconds >= sample.Elapsed * (1 - sample.Waited) * 0.9);
    }

    [Fact]
    public void The_slowdown_is_against_the_fastest_round() =>
        Assert.Equal([0, 0.5, 0.05], Noise.Judge(Samples(20, 30, 21)).Select(round => Math.Round(round.Slowdown, 9)));

    private static IEnumerable<bool> Disturbed(NoiseSample[] samples) => Noise.Judge(samples).Select(round => round.Disturbed);

    private static NoiseSample[] Samples(params double[] milliseconds) => [.. milliseconds.Select(elapsed => new NoiseSample(elapsed / 1e3, 0))];
}

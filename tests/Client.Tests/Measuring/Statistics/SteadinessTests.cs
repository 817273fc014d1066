using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class SteadinessTests
{
    private static readonly Steadiness Steadiness = new(Window: 3, Tolerance: 0.1, Most: 5);

    [Theory]
    [InlineData(new[] { 1.0, 1.0 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 5.0, 1.0, 1.09, 0.95 }, nameof(WarmUp.Steady))]
    [InlineData(new[] { 2.0, 1.5, 1.2 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 1.0, 1.0, 1.12 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 5.0, 4.0, 3.0, 2.0, 1.0 }, nameof(WarmUp.NeverSteady))]
    [InlineData(new[] { 0.0, 0.0, 0.0 }, nameof(WarmUp.Steady))]
    public void A_warm_up_ends_when_its_last_times_agree_or_when_enough_were_taken(double[] times, string expected) =>
        Assert.Equal(expected, Steadiness.Judge([.. times.Select(time => new WarmUpSample(time, null, null))]).ToString());

    [Theory]
    [InlineData(new[] { 0.3, 0.2, 0.1 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 0.3, 0.1, 0.105, 0.095 }, nameof(WarmUp.Steady))]
    [InlineData(new[] { 0.004, 0.001, 0.002 }, nameof(WarmUp.Steady))] // Below what a processor time can be told to.
    public void Processor_time_must_agree_though_a_delay_holds_the_time(double[] cpuTimes, string expected) =>
        Assert.Equal(expected, Steadiness.Judge([.. cpuTimes.Select(cpu => new WarmUpSample(1, cpu, null))]).ToString());

    [Theory]
    [InlineData(0.0099, nameof(WarmUp.Steady))]
    [InlineData(0.0101, nameof(WarmUp.GoesOn))]
    public void The_compiler_must_rest(double compiling, string expected) =>
        Assert.Equal(expected, Steadiness.Judge([.. Enumerable.Repeat(new WarmUpSample(1, 1, compiling), 3)]).ToString());

    [Fact]
    public void What_was_compiled_before_the_last_trial_does_not_matter() =>
        Assert.Equal(WarmUp.Steady, Steadiness.Judge([new WarmUpSample(1, 1.5, 0.5), new WarmUpSample(1, 1.5, 0.5), new WarmUpSample(1, 1, 0)]));

    [Fact]
    public void What_the_compiler_took_is_no_work_of_the_trial() =>
        Assert.Equal(WarmUp.Steady, (Steadiness with { Window = 2 }).Judge([new WarmUpSample(1, 3, 2), new WarmUpSample(1, 1, 0)]));

    [Fact]
    public void The_time_of_a_trial_beside_others_need_not_agree() =>
        Assert.Equal(WarmUp.Steady, (Steadiness with { Window = 2, Longest = 1 }).Judge([new WarmUpSample(null, 0.1, null), new WarmUpSample(0.5, 0.1, null)]));

    [Theory]
    [InlineData(new[] { 0.9 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 1.1 }, nameof(WarmUp.NeverSteady))]
    [InlineData(new[] { 0.6, 0.3 }, nameof(WarmUp.GoesOn))]
    [InlineData(new[] { 0.6, 0.5 }, nameof(WarmUp.NeverSteady))]
    [InlineData(new[] { 0.6, 0.55, 0.6 }, nameof(WarmUp.Steady))]
    public void Long_trials_are_not_repeated_until_they_agree(double[] times, string expected) =>
        Assert.Equal(expected, (Steadiness with { Longest = 1 }).Judge([.. times.Select(time => new WarmUpSample(time, null, null))]).ToString());
}

using Interleave.Client.Doctor;
using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Tests.Measuring;

namespace Interleave.Client.Tests.Doctor;

public sealed class FigureProbeTests : IDisposable
{
    private readonly MadeUpMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(1, 20, nameof(Health.Ok))]
    [InlineData(100, 900, nameof(Health.Warn))]
    [InlineData(15_600, 20, nameof(Health.Bad))]
    public async Task A_coarse_clock_is_bad_and_a_dear_one_is_warned_of(double step, double cost, string health) =>
        Assert.Equal(health, await HealthOf(new ClockProbe(_machine.Files, () => new ClockReadings(step, cost))));

    [Fact]
    public async Task The_source_of_the_clock_is_named()
    {
        _machine.With("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");
        var probe = new ClockProbe(_machine.Files, () => new ClockReadings(1, 20));
        Assert.Contains("source hpet", (await probe.ExamineAsync(CancellationToken.None)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Real_readings_of_the_clock_are_positive()
    {
        var readings = ClockReadings.Take();
        Assert.True(readings is { Step: > 0, Cost: > 0 }, $"{readings}");
    }

    [Theory]
    [InlineData(0, nameof(Health.Ok))]
    [InlineData(1, nameof(Health.Warn))]
    [InlineData(4, nameof(Health.Bad))]
    public async Task Noise_is_as_bad_as_the_samples_it_disturbs_are_many(int disturbed, string health)
    {
        var taken = 0;
        var probe = new NoiseDiagnosis(() => new NoiseSample(taken++ < disturbed ? 0.04 : 0.02, 0));
        Assert.Equal(health, await HealthOf(probe));
    }

    [Theory]
    [InlineData(10.1, nameof(Health.Ok))]
    [InlineData(12.3, nameof(Health.Warn))]
    public async Task A_timer_with_a_coarse_tick_is_warned_of(double took, string health)
    {
        var time = new VirtualTime();
        var probe = new TimerProbe("made up", time, (_, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(took));
            return Task.CompletedTask;
        });

        Assert.Equal(health, await HealthOf(probe));
    }

    [Theory]
    [InlineData(0, 0.0001, nameof(Health.Ok))]
    [InlineData(0, 0.002, nameof(Health.Warn))]
    [InlineData(2, 0.006, nameof(Health.Bad))]
    public async Task A_pacer_that_fails_its_own_check_is_bad(long late, double p99, string health) =>
        Assert.Equal(health, await HealthOf(new PacerProbe(_ => new GeneratorReport(100, 100, late, TimeSpan.FromMilliseconds(5), p99, p99))));

    [Fact]
    public async Task The_pacer_of_this_machine_hands_out_all_its_operations()
    {
        var report = PacerProbe.Generate(CancellationToken.None);
        Assert.InRange(report.Planned, 400, 600);
        Assert.Equal(0, report.Dropped);
        Assert.Equal("timer: pacer", (await new PacerProbe(_ => report).ExamineAsync(CancellationToken.None)).Subject);
    }

    [Theory]
    [InlineData(80, nameof(Health.Ok))]
    [InlineData(900, nameof(Health.Warn))]
    public async Task Dear_recording_is_warned_of(double nanoseconds, string health) =>
        Assert.Equal(health, await HealthOf(new RecordingProbe(_ => new RecordingCost("ns", nanoseconds))));

    [Fact]
    public void Recording_costs_something() => Assert.True(RecordingCostProbe.Measure(CancellationToken.None) is { Unit: "ns", Median: > 0 });

    private static async Task<string> HealthOf(IProbe probe)
    {
        var diagnosis = await probe.ExamineAsync(CancellationToken.None);
        Assert.Equal(diagnosis.Health == Health.Ok, diagnosis.Advice is null);
        return diagnosis.Health.ToString();
    }
}

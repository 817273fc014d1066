using Interleave.Client.Doctor;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Doctor;

public sealed class LimitProbeTests : IDisposable
{
    private readonly MadeUpMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(1, nameof(Health.Warn))]
    [InlineData(2, nameof(Health.Ok))]
    public async Task One_core_shows_no_parallelism(int cores, string health) => Assert.Equal(health, await HealthOf(new CoresProbe(cores)));

    [Theory]
    [InlineData("max 100000", nameof(Health.Ok))]
    [InlineData("400000 100000", nameof(Health.Ok))]
    [InlineData("399000 100000", nameof(Health.Bad))]
    public async Task A_quota_below_the_cores_in_use_is_bad(string quota, string health)
    {
        _machine.With("proc/self/cgroup", "0::/").With("sys/fs/cgroup/cpu.max", quota);

        Assert.Equal(health, await HealthOf(new CpuLimitProbe(new ControlGroup(_machine.Files), cores: 4)));
    }

    [Theory]
    [InlineData(1L << 40, nameof(Health.Ok))]
    [InlineData(4L << 30, nameof(Health.Ok))]
    [InlineData((4L << 30) - 1, nameof(Health.Warn))]
    [InlineData((1L << 30) - 1, nameof(Health.Bad))]
    public async Task A_container_may_have_less_memory_than_its_machine(long limit, string health)
    {
        _machine.With("proc/self/cgroup", "0::/").With("sys/fs/cgroup/memory.max", $"{limit}");

        Assert.Equal(health, await HealthOf(new MemoryLimitProbe(new ControlGroup(_machine.Files), machine: 64L << 30)));
    }

    [Theory]
    [InlineData("unlimited", nameof(Health.Ok))]
    [InlineData("12000", nameof(Health.Ok))]
    [InlineData("1024", nameof(Health.Warn))]
    [InlineData("256", nameof(Health.Bad))]
    public async Task Ten_thousand_connections_need_file_descriptors(string soft, string health)
    {
        WithLimit("Max open files", soft);

        Assert.Equal(health, await HealthOf(new OpenFilesProbe(new ProcessLimits(_machine.Files))));
    }

    [Fact]
    public async Task The_strictest_limit_of_threads_is_named()
    {
        WithLimit("Max processes", "96365");
        _machine.With("proc/sys/kernel/threads-max", "200000").With("proc/sys/kernel/pid_max", "32768").With("proc/sys/vm/max_map_count", "10000");

        var diagnosis = await Threads();

        Assert.Equal(Health.Warn, diagnosis.Health);
        Assert.Equal("at most 5,000, by vm.max_map_count", diagnosis.Found);
        Assert.Contains("raise vm.max_map_count", diagnosis.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_may_have_fewer_threads_than_its_machine()
    {
        WithLimit("Max processes", "unlimited");
        _machine.With("proc/self/cgroup", "0::/").With("sys/fs/cgroup/pids.max", "500");

        Assert.Equal(Health.Bad, (await Threads()).Health);
    }

    [Fact]
    public async Task Without_any_known_limit_threads_are_fine() => Assert.Equal(Diagnosis.Ok("threads", "no limit known"), await Threads());

    [Theory]
    [InlineData("performance", "performance", nameof(Health.Ok))]
    [InlineData("performance", "schedutil", nameof(Health.Warn))]
    public async Task A_governor_that_follows_the_load_is_warned_of(string first, string second, string health)
    {
        _machine.With("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", first)
            .With("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", second)
            .With("sys/devices/system/cpu/cpuidle/current_driver", "none");

        Assert.Equal(health, await HealthOf(new FrequencyProbe(_machine.Files)));
    }

    [Fact]
    public async Task Where_no_governor_is_visible_that_is_said() =>
        Assert.Contains("not visible", (await new FrequencyProbe(_machine.Files).ExamineAsync(CancellationToken.None)).Found, StringComparison.Ordinal);

    private static async Task<string> HealthOf(IProbe probe)
    {
        var diagnosis = await probe.ExamineAsync(CancellationToken.None);
        Assert.Equal(diagnosis.Health == Health.Ok, diagnosis.Advice is null);
        return diagnosis.Health.ToString();
    }

    private Task<Diagnosis> Threads() =>
        new ThreadLimitProbe(_machine.Files).ExamineAsync(CancellationToken.None);

    private void WithLimit(string name, string soft) => _machine.With(
        "proc/self/limits",
        $"Limit                     Soft Limit           Hard Limit           Units     \n{name,-26}{soft,-21}unlimited            units     ");
}

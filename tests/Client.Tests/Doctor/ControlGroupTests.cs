using Interleave.Client.Doctor;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Doctor;

public sealed class ControlGroupTests : IDisposable
{
    private readonly MadeUpMachine _machine = new();

    private ControlGroup Group => new(_machine.Files);

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Version_2_limits_are_read()
    {
        _machine.With("proc/self/cgroup", "0::/")
            .With("sys/fs/cgroup/cpu.max", "150000 100000")
            .With("sys/fs/cgroup/memory.max", "1073741824")
            .With("sys/fs/cgroup/pids.max", "500");

        Assert.Equal((1.5, 1073741824.0, 500.0), (Group.Cores, Group.Memory, Group.Tasks));
    }

    [Fact]
    public void Version_1_limits_are_read()
    {
        _machine.With("proc/self/cgroup", "8:pids:/box\n4:memory:/box\n2:cpu,cpuacct:/box")
            .With("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "50000")
            .With("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000")
            .With("sys/fs/cgroup/memory/box/memory.limit_in_bytes", "536870912")
            .With("sys/fs/cgroup/pids/box/pids.max", "100");

        Assert.Equal((0.5, 536870912.0, 100.0), (Group.Cores, Group.Memory, Group.Tasks));
    }

    [Fact]
    public void The_strictest_of_the_groups_around_a_process_counts()
    {
        _machine.With("proc/self/cgroup", "0::/outer/inner")
            .With("sys/fs/cgroup/outer/cpu.max", "100000 100000")
            .With("sys/fs/cgroup/outer/inner/cpu.max", "300000 100000");

        Assert.Equal(1, Group.Cores);
    }

    [Fact]
    public void What_both_versions_write_for_no_limit_is_no_limit()
    {
        _machine.With("proc/self/cgroup", "0::/\n4:memory:/\n2:cpu:/")
            .With("sys/fs/cgroup/cpu.max", "max 100000")
            .With("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1")
            .With("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000")
            .With("sys/fs/cgroup/memory.max", "max")
            .With("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");

        Assert.Equal((null, null, null), (Group.Cores, Group.Memory, Group.Tasks));
    }

    [Fact]
    public void Without_control_groups_there_is_no_limit() => Assert.Equal((null, null, null), (Group.Cores, Group.Memory, Group.Tasks));
}

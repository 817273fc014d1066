using Interleave.Client.Models.Processes;

namespace Interleave.Client.Tests.Models.Processes;

public sealed class ProcessPoolsTests
{
    [Fact]
    public async Task A_pool_is_kept_for_later_trials_and_rests_in_those_that_do_not_ask_for_it()
    {
        await using var pools = new ProcessPools();
        var one = pools.Get<Repeat, Question, Reply>(1, 1, default);
        var other = pools.Get<Repeat, Question, Reply>(1, 2, default);
        Assert.Equal([.. one.ProcessIds, .. other.ProcessIds], pools.ProcessesInUse);

        pools.BeginTrial();
        Assert.Same(one, pools.Get<Repeat, Question, Reply>(1, 1, default));

        Assert.Equal(one.ProcessIds, pools.ProcessesInUse);
        Assert.Equal(other.ProcessIds, pools.ProcessesAtRest);
    }

    [Fact]
    public async Task A_pool_in_which_a_process_died_is_replaced()
    {
        await using var pools = new ProcessPools();
        var pool = pools.Get<Fail, int, int>(1, 1, default);
        Assert.Throws<ProcessUnitDiedException>(() => pool.Units[0].Ask(3, default));

        pools.BeginTrial();

        Assert.NotEqual(pool.ProcessIds, pools.Get<Fail, int, int>(1, 1, default).ProcessIds);
        Assert.Empty(pools.ProcessesAtRest);
    }

    [Fact]
    public async Task The_processes_in_use_tell_what_they_have_used()
    {
        await using var pools = new ProcessPools();
        Assert.Equal(TimeSpan.Zero, pools.Counters().CpuTime);
        pools.Get<Repeat, Question, Reply>(1, 1, default);

        Assert.True(pools.Counters().CpuTime > TimeSpan.Zero);
    }
}

using Interleave.Client.Scenarios.Cpu;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.Scenarios.Cpu;

public sealed class ThreadUseTests
{
    [Fact]
    public void Threads_that_follow_each_other_are_never_at_once() =>
        Assert.Equal((2, 1), Of(new Execution(1, 1, 0, 10), new Execution(1, 2, 10, 20)));

    [Fact]
    public void Threads_that_overlap_are_at_once() =>
        Assert.Equal((2, 2), Of(new Execution(1, 1, 0, 10), new Execution(1, 2, 9, 20)));

    [Fact]
    public void The_same_number_in_another_process_is_another_thread() =>
        Assert.Equal((2, 1), Of(new Execution(1, 1, 0, 10), new Execution(2, 1, 10, 20)));

    [Fact]
    public void A_thread_that_computes_twice_is_one_thread() =>
        Assert.Equal((1, 1), Of(new Execution(1, 1, 0, 10), new Execution(1, 1, 10, 20)));

    private static (int Distinct, int AtOnce) Of(params Execution[] executions) => (ThreadUse.Distinct(executions), ThreadUse.AtOnce(executions));
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Tests.Models.Processes;

public sealed class ProcessPoolTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Every_process_answers_by_itself_and_remembers_what_it_was_asked()
    {
        using var pool = ProcessPool<Question, Reply>.Start<Repeat>(2);

        var replies = pool.Units.SelectMany(unit => new[] { unit.Ask(new("ab", 2), default), unit.Ask(new("é", 1), default) }).ToList();

        Assert.Equal(["abab", "é", "abab", "é"], replies.Select(reply => reply.Text));
        Assert.Equal([1, 2, 1, 2], replies.Select(reply => reply.Asked));
        Assert.Equal(pool.ProcessIds, replies.Select(reply => reply.ProcessId).Distinct());
        Assert.DoesNotContain(Environment.ProcessId, pool.ProcessIds);
    }

    [Fact]
    public void Starting_is_measured_apart()
    {
        using var pool = ProcessPool<Question, Reply>.Start<Repeat>(2);

        Assert.All(pool.StartTimes, time => Assert.InRange(time, TimeSpan.FromMilliseconds(1), pool.StartTime + TimeSpan.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Processes_tell_what_they_have_used(int unitsEach)
    {
        using var pool = ProcessPool<Question, Reply>.Start<Repeat>(2, unitsEach);
        var before = pool.Counters();

        pool.Units[0].Ask(new("a", 1), default);
        var used = pool.Counters() - before;

        Assert.True(used.CpuTime > TimeSpan.Zero);
        Assert.True(used.Compiling > TimeSpan.Zero);
        Assert.True(before.HeapBytes > 0);
    }

    [Fact]
    public void Bytes_travel_as_they_are_however_many()
    {
        using var pool = ProcessPool<byte[], byte[]>.Start<Reverse>(1);
        var bytes = Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7)).ToArray();

        Assert.Equal(bytes.Reverse(), pool.Units[0].Ask(bytes, default));
        Assert.Equal([], pool.Units[0].Ask([], default));
    }

    [Fact]
    public void Units_of_one_process_work_beside_each_other()
    {
        using var pool = ProcessPool<int, bool>.Start<MeetThree>(1, unitsEach: 3);
        var met = new ConcurrentBag<bool>();

        ThreadGroup.Run(pool.Units.Select(unit => (Action)(() => met.Add(unit.Ask(0, default)))));

        Assert.Equal([true, true, true], met);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failure_reaches_the_caller_with_its_type_and_the_process_lives_on(int unitsEach)
    {
        using var pool = ProcessPool<int, int>.Start<Fail>(1, unitsEach);

        var failure = Assert.Throws<ProcessWorkException>(() => pool.Units[0].Ask(0, default));

        Assert.Equal(("System.FormatException", "told 0"), (failure.Failure.Type, failure.Message));
        Assert.Contains(nameof(Fail), failure.Failure.Stack, StringComparison.Ordinal);
        Assert.Equal("told -1", Assert.Throws<ProcessWorkException>(() => pool.Units[0].Ask(-1, default)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_end_of_a_process_is_told_to_those_that_wait_and_those_that_ask_later(int unitsEach)
    {
        using var pool = ProcessPool<int, int>.Start<Fail>(1, unitsEach);

        var died = Assert.Throws<ProcessUnitDiedException>(() => pool.Units[0].Ask(7, default));

        Assert.Equal((pool.ProcessIds[0], 7), (died.ProcessId, died.ExitCode));
        Assert.Throws<ProcessUnitDiedException>(() => pool.Units[^1].Ask(0, default));
        Assert.False(pool.Lives);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_killed_process_is_told_and_its_siblings_work_on(int unitsEach)
    {
        using var pool = ProcessPool<string, int>.Start<ComputeForEver>(2, unitsEach);
        using var begun = new Begun();
        var waiting = Task.Factory.StartNew(() => pool.Units[0].Ask(begun.File, default), TaskCreationOptions.LongRunning);
        begun.Wait();

        Process.GetProcessById(pool.ProcessIds[0]).Kill();

        Assert.Equal(137, Assert.Throws<ProcessUnitDiedException>(() => waiting.WaitAsync(Patience).GetAwaiter().GetResult()).ExitCode);
        using var given = new CancellationTokenSource();
        using var siblingBegun = new Begun();
        var sibling = Task.Factory.StartNew(() => pool.Units[^1].Ask(siblingBegun.File, given.Token), TaskCreationOptions.LongRunning);
        siblingBegun.Wait();
        given.Cancel();
        Assert.Throws<OperationCanceledException>(() => sibling.WaitAsync(Patience).GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Work_in_another_process_is_cancelled_and_the_process_lives_on(int unitsEach)
    {
        using var pool = ProcessPool<string, int>.Start<ComputeForEver>(1, unitsEach);
        for (var round = 0; round < 2; round++)
        {
            using var given = new CancellationTokenSource();
            using var begun = new Begun();
            var waiting = Task.Factory.StartNew(() => pool.Units[0].Ask(begun.File, given.Token), TaskCreationOptions.LongRunning);
            begun.Wait();

            await given.CancelAsync();

            await Assert.ThrowsAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        }

        Assert.True(pool.Lives);
    }

    [Fact]
    public void Processes_end_with_their_pool_even_in_the_middle_of_work()
    {
        using var begun = new Begun();
        var pool = ProcessPool<string, int>.Start<ComputeForEver>(2);
        var processes = pool.ProcessIds.Select(Process.GetProcessById).ToList();
        var waiting = ThreadGroup.Start(() => Assert.Throws<ProcessUnitDiedException>(() => pool.Units[0].Ask(begun.File, default)));
        begun.Wait();

        pool.Dispose();

        waiting.Join();
        Assert.All(processes, process => Assert.True(process.WaitForExit(Patience)));
    }

    [LinuxFact]
    public void Processes_end_when_their_owner_is_killed_even_in_the_middle_of_work()
    {
        using var begun = new Begun();
        using var pool = ProcessPool<string, int[]>.Start<OwnPool>(1);
        var owned = pool.Units[0].Ask(begun.File, default);
        begun.Wait();
        Assert.All(owned, process => Assert.True(Runs(process)));

        Process.GetProcessById(pool.ProcessIds[0]).Kill();

        Assert.All(owned, process => Assert.True(SpinWait.SpinUntil(() => !Runs(process), Patience)));
    }

    [Fact]
    public void Work_that_cannot_be_made_is_told_at_the_start() =>
        Assert.IsType<ProcessUnitDiedException>(Record.Exception(() => ProcessPool<int, int>.Start<CannotBeMade>(1)));

    /// <summary>A process that has ended may remain as a zombie, where nobody fetches the exit code of an orphan.</summary>
    private static bool Runs(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].TrimStart()[0] is not ('Z' or 'X');
        }
        catch (Exception exception) when (exception is IOException)
        {
            return false;
        }
    }
}

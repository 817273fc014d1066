using Interleave.Client.Models;

namespace Interleave.Client.Tests.Models;

public sealed class GlobalLockTests
{
    private const int Threads = 4;

    private readonly GlobalLock _gil = new(TimeSpan.FromMilliseconds(1));

    [Fact]
    public void One_thread_runs_at_a_time()
    {
        var count = 0;

        GilGroup.Run(_gil, Threads, () =>
        {
            for (var step = 0; step < 100_000; step++)
            {
                count++; // Would lose updates if two threads were here at once.
                _gil.Point.Pass();
            }
        });

        Assert.Equal(Threads * 100_000, count);
        Assert.Equal(1, _gil.PeakHolders);
    }

    [Fact]
    public void A_thread_that_computes_lets_one_that_waits_run_at_its_next_check_point()
    {
        var told = false;
        using var computing = new ManualResetEventSlim();

        GilGroup.Run(
            _gil,
            () =>
            {
                computing.Set();
                while (!Volatile.Read(ref told))
                {
                    _gil.Point.Pass();
                }
            },
            () => Volatile.Write(ref told, true)); // Can only be reached when the other hands the lock over, or has not begun.

        Assert.True(computing.IsSet);
    }

    [Fact]
    public void A_thread_without_check_points_keeps_the_lock_to_its_end()
    {
        using var waiting = new ManualResetEventSlim();
        var order = new List<string>();
        var first = ThreadGroup.Start(() => _gil.Run(() =>
        {
            waiting.Set();
            SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(20)); // Many times the switch interval.
            order.Add("first");
        }));
        waiting.Wait();
        var second = ThreadGroup.Start(() => _gil.Run(() => order.Add("second")));

        first.Join();
        second.Join();

        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public void After_handing_over_a_thread_does_not_run_before_another_has_run()
    {
        var last = 0;
        var handedOver = 0;
        var ranAgain = 0;

        GilGroup.Run(_gil, 2, () =>
        {
            var me = Environment.CurrentManagedThreadId;
            for (var round = 0; round < 20;)
            {
                last = me;
                var before = _gil.HoldsUntilAsked.Count;
                _gil.Point.Pass();
                if (_gil.HoldsUntilAsked.Count > before)
                {
                    handedOver++;
                    ranAgain += last == me ? 1 : 0;
                    round++;
                }

                last = me;
            }
        });

        Assert.True(handedOver > 0);
        Assert.Equal(0, ranAgain);
    }

    [Fact]
    public void The_lock_is_held_for_the_switch_interval_before_another_thread_gets_it()
    {
        var gil = new GlobalLock();
        var until = TimeProvider.System.GetTimestamp() + (TimeProvider.System.TimestampFrequency / 5);

        GilGroup.Run(gil, 2, () =>
        {
            while (TimeProvider.System.GetTimestamp() < until)
            {
                gil.Point.Pass();
            }
        });

        Assert.NotEqual(0, gil.HoldsUntilAsked.Count);
        Assert.True(gil.HoldsUntilAsked.Percentile(0) >= 0.0049, $"held for {gil.HoldsUntilAsked.Percentile(0)} s");
        Assert.InRange(gil.Switches, gil.HoldsUntilAsked.Count, gil.HoldsUntilAsked.Count + 2);
    }

    [Fact]
    public void A_blocking_call_lets_others_run_and_takes_the_lock_again()
    {
        using var ran = new ManualResetEventSlim();
        using var blocked = new ManualResetEventSlim();
        var returned = false;

        GilGroup.Run(
            _gil,
            () =>
            {
                returned = _gil.Released(() =>
                {
                    blocked.Set();
                    return ran.Wait(TimeSpan.FromSeconds(30)); // Without letting go, nobody would set it.
                });
            },
            () =>
            {
                _gil.Released(() => blocked.Wait(TimeSpan.FromSeconds(30)));
                ran.Set();
            });

        Assert.True(returned);
        Assert.Equal(1, _gil.PeakHolders);
    }

    [Fact]
    public void A_failure_reaches_the_caller_and_leaves_the_lock_free()
    {
        var failure = Assert.Throws<FormatException>(() => GilGroup.Run(_gil, 2, () => throw new FormatException("told")));

        Assert.Equal("told", failure.Message);
        _gil.Run(() => { });
    }

    [Fact]
    public void A_blocking_call_that_fails_has_the_lock_again()
    {
        _gil.Run(() =>
        {
            Assert.Throws<FormatException>(() => _gil.Released<int>(() => throw new FormatException()));
            Assert.Throws<InvalidOperationException>(() => _gil.Run(() => { }));
        });
    }

    [Fact]
    public void Only_the_holder_can_let_go() => Assert.Throws<InvalidOperationException>(() => _gil.Released(() => true));

    [Fact]
    public void Taking_the_lock_twice_is_told_instead_of_waiting_for_ever() =>
        Assert.Throws<InvalidOperationException>(() => _gil.Run(() => _gil.Run(() => { })));
}

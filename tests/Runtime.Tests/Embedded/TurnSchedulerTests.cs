using System.Collections.Concurrent;
using Interleave.Embedded.Runtime;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class TurnSchedulerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_grain_with_much_to_do_gives_its_thread_back_now_and_then()
    {
        const int Works = 4;
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        var grainClass = silo.Silo.Classes.For(typeof(IHoldGrain));
        var scheduler = new Activation(silo.Silo, grainClass, new GrainId(grainClass.Name, "key")).Scheduler;
        var rounds = new ConcurrentBag<int?>();
        var done = new CountdownEvent(Works);

        for (var i = 0; i < Works; i++)
        {
            scheduler.Enqueue(new LongWork(rounds, done));
        }

        await Task.Run(() => SpinWait.SpinUntil(() => done.IsSet));
        Assert.InRange(rounds.Distinct().Count(), 2, Works);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Takes longer than a grain may keep a thread while others wait, and tells in which round of its scheduler it ran.</summary>
    private sealed class LongWork(ConcurrentBag<int?> rounds, CountdownEvent done) : Scheduled
    {
        private const int Milliseconds = 30;

        public override void RunOn(TurnScheduler scheduler)
        {
            var end = Environment.TickCount64 + Milliseconds;
            SpinWait.SpinUntil(() => Environment.TickCount64 >= end);
            rounds.Add(Task.CurrentId);
            done.Signal();
        }
    }
}

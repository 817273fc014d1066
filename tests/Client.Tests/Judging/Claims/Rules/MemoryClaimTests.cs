namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>memory</c>, on figures made up for every verdict.</summary>
public sealed class MemoryClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 20_000, 400)]
    [InlineData(Refuted, 20_000, 4_000)]
    public void A_thread_must_weigh_ten_tasks(string expected, double thread, double task) => Expect(expected, "001-stack", new MadeUpRun()
        .Figures("memory", "idle", "threads", "resident-a-unit", Six(thread))
        .Figures("memory", "idle", "tasks", "resident-a-unit", Six(task)));

    [Theory]
    [InlineData(Supported, 900)]
    [InlineData(Refuted, 9_000)]
    public void Every_kind_of_coroutine_must_be_light(string expected, double grain) => Expect(expected, "002-memory", new MadeUpRun()
        .Figures("memory", "idle", "threads", "resident-a-unit", Six(20_000))
        .Figures("memory", "idle", "tasks", "resident-a-unit", Six(400))
        .Figures("memory", "idle", "loop", "resident-a-unit", Six(400))
        .Figures("memory", "idle", "grains", "resident-a-unit", Six(grain)));

    [Theory]
    [InlineData(Supported, 2, 0.1)]
    [InlineData(Refuted, 5_000, 0.1)]
    [InlineData(Refuted, 2, 2.5)]
    public void Threads_and_hand_overs_of_tasks_must_not_be_the_systems(string expected, double threadsOfTasks, double switchesOfTasks)
    {
        var run = new MadeUpRun();
        foreach (var (model, units, threads, switches) in new[]
        {
            ("threads", 2_000, 2_000, 2.0), ("tasks", 100_000, threadsOfTasks, switchesOfTasks), ("loop", 100_000, 1, 0.1), ("grains", 20_000, 3, 0.2)
        })
        {
            run.Figures("memory", "idle", model, "units-reached", Six(units))
                .Figures("memory", "idle", model, "kernel-threads", Six(threads))
                .Figures("switch", "pinned", model, "system-switches", Six(switches));
        }

        Expect(expected, "001-os", run);
    }
}

namespace Interleave.Client.Models;

/// <summary>A way to run many things at once.</summary>
internal sealed record Model(string Name, string Unit, string OnDotNet)
{
    public static Model Threads { get; } = new("threads", "one operating-system thread a unit, blocking calls", "Thread") { Blocks = true };

    public static Model Pool { get; } = new("pool", "blocking work items on the shared thread pool", "Task.Run with blocking calls") { Blocks = true };

    public static Model Tasks { get; } = new("tasks", "async/await over the thread pool", "Task");

    public static Model Loop { get; } = new("loop", "async/await on one thread, an event loop", "a single-threaded SynchronizationContext");

    public static Model Gil { get; } = new("gil", "threads that share one global lock", "Thread and a lock with a switch interval") { Blocks = true };

    public static Model Processes { get; } = new("processes", "worker processes, each its own address space", "child processes") { Blocks = true };

    public static Model Grains { get; } = new("grains", "a single-threaded cooperative actor in a silo", "a grain");

    /// <summary>Every model is contrasted with this one.</summary>
    public static Model Baseline => Threads;

    public static IReadOnlyList<Model> All { get; } = [Threads, Pool, Tasks, Loop, Gil, Processes, Grains];

    /// <summary>Whether a unit that waits keeps the thread it waits on.</summary>
    public bool Blocks { get; init; }

    public override string ToString() => Name;
}

namespace Interleave.Client.Models;

/// <summary>Threads that run only while they hold one global lock, as those of CPython.</summary>
internal static class GilGroup
{
    /// <summary>Runs the same on so many threads, each under the lock wherever it does not release it, and returns when all have ended.</summary>
    public static void Run(GlobalLock gil, int count, Action body) => ThreadGroup.Run(count, () => gil.Run(body));

    /// <summary>Runs these, each on a thread of its own and under the lock, and returns when all have ended.</summary>
    public static void Run(GlobalLock gil, params IEnumerable<Action> bodies) => ThreadGroup.Run(bodies.Select(body => (Action)(() => gil.Run(body))));
}

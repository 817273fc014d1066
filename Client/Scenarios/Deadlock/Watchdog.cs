using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Looks for circles where nobody has eaten since its last look, and has the one that began to wait last give way.</summary>
internal sealed class Watchdog(TrialRecorder recorder)
{
    private readonly List<FoundDeadlock> _found = [];
    private int _eatenBefore = -1;

    public IReadOnlyList<FoundDeadlock> Found => _found;

    /// <summary>Whether it is worth looking closer: a circle at a round table takes everybody.</summary>
    public bool NobodyAte(int mealsEaten)
    {
        var nobody = mealsEaten == _eatenBefore;
        _eatenBefore = mealsEaten;
        return nobody;
    }

    public void Look(Table table)
    {
        if (NobodyAte(table.MealsEaten) && table.FindCircle() is { } circle)
        {
            Note(circle).GiveWay();
        }
    }

    /// <summary>Notes a circle down.</summary>
    /// <returns>The wait that closed it, which is to be given up.</returns>
    public ForkWait Note(IReadOnlyList<ForkWait> circle)
    {
        var last = circle.MaxBy(wait => wait.Since) ?? throw new ArgumentException("A circle of nobody.", nameof(circle));
        var found = new FoundDeadlock(circle.Count, Stopwatch.GetElapsedTime(last.Since));
        _found.Add(found);
        var waits = circle.Zip(
            [.. circle.Skip(1), circle[0]],
            (wait, holder) => new CircularWait(NameOf(wait.Philosopher), $"fork {wait.Fork + 1}", NameOf(holder.Philosopher)));
        recorder.Found(new WaitCircle([.. waits], "watchdog", found.TimeToFind.TotalSeconds));
        return last;
    }

    private static string NameOf(int philosopher) => $"philosopher {philosopher + 1}";
}

using System.Diagnostics;

namespace Interleave.Grains.Cancel;

/// <summary>Two fields that agree whenever no piece of work is under way: one is raised when a piece begins, the other when it is done.</summary>
/// <remarks>A stop in the middle breaks that, unless the stopped unit can still clean up.</remarks>
/// <param name="fields">Memory that outlives the unit, at least <see cref="Fields"/> numbers.</param>
/// <param name="result">What every piece must yield.</param>
public sealed class WorkLog(Memory<long> fields, long result)
{
    public const int Fields = 2;

    private const int Begun = 0;
    private const int Done = 1;

    // Whoever waits for it does so on a loop or in a grain: what goes on inline is but a post.
    private readonly TaskCompletionSource _begun = new();
    private readonly List<long> _awaits = [];
    private long _wrongResults;

    public WorkLog(long result)
        : this(new long[Fields], result)
    {
    }

    /// <summary>Completes when the first piece has begun.</summary>
    public Task WhenBegun => _begun.Task;

    public void Begin()
    {
        Volatile.Write(ref fields.Span[Begun], fields.Span[Begun] + 1);
        _begun.TrySetResult();
    }

    public void Complete(long yielded)
    {
        Volatile.Write(ref fields.Span[Done], fields.Span[Done] + 1);
        _wrongResults += yielded == result ? 0 : 1;
        _awaits.Add(Stopwatch.GetTimestamp());
    }

    /// <summary>The unit's own clean-up: takes back what was begun and will not be done.</summary>
    public StopReport CleanUp()
    {
        var brokenOff = fields.Span[Begun] != fields.Span[Done];
        fields.Span[Begun] = fields.Span[Done];
        return Report(brokenOff, cleanedUp: true);
    }

    /// <summary>What is found where a unit was given no time to clean up.</summary>
    public StopReport Find() => Report(Volatile.Read(ref fields.Span[Begun]) != Volatile.Read(ref fields.Span[Done]), cleanedUp: false);

    private StopReport Report(bool brokenOff, bool cleanedUp) =>
        new(brokenOff, fields.Span[Begun], fields.Span[Done], cleanedUp, _wrongResults, _awaits, Stopwatch.GetTimestamp());
}

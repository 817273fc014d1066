namespace Interleave.Client.Judging.Claims.Rules.Cooperate;

/// <summary>An iterator and a loop deliver everything on one thread, and clearly more items a second than two threads with a queue.</summary>
internal sealed class CooperationNeedsOneThread() : ClaimRule("003-cooperate")
{
    public override Ruling Decide(Evidence evidence)
    {
        var queue = evidence.At("cooperate", "queue");
        var iterator = evidence.At("cooperate", "iterator");
        return Ruling.All(
            queue.Figure("threads-used", "loop").Always(1),
            iterator.Figure("threads-used", "loop").Always(1),
            queue.Ratio("items-per-second", "loop", "threads").ClearlyAbove(1),
            iterator.Figure("items-per-second", "loop").Over(queue.Figure("items-per-second", "threads")).ClearlyAbove(1));
    }
}

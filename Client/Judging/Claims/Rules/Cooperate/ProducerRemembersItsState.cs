namespace Interleave.Client.Judging.Claims.Rules.Cooperate;

/// <summary>Every item comes once and in order, though each follows from the one before and the producer was interrupted between them.</summary>
internal sealed class ProducerRemembersItsState() : ClaimRule("003-state")
{
    private static readonly string[] Coroutines = ["loop", "tasks"];

    public override Ruling Decide(Evidence evidence) =>
        Ruling.All(Coroutines.Select(model => evidence.At("cooperate", "queue").Answers("items in their order", model)));
}

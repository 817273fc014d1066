namespace Interleave.Client.Judging.Claims.Rules.Memory;

/// <summary>An idle thread keeps at least ten times the memory of an idle task, coroutine or grain resident.</summary>
internal sealed class CoroutinesAreLight() : ClaimRule("002-memory")
{
    private const double FarMore = 10;

    private static readonly string[] Light = ["tasks", "loop", "grains"];

    public override Ruling Decide(Evidence evidence) =>
        Ruling.All(Light.Select(model => evidence.At("memory", "idle").Ratio("resident-a-unit", "threads", model).AtLeast(FarMore)));
}

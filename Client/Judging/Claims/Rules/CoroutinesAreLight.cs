namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>An idle thread keeps at least ten times the memory of an idle task, coroutine or grain resident.</summary>
internal sealed class CoroutinesAreLight : IClaimRule
{
    private const double FarMore = 10;

    private static readonly string[] Light = ["tasks", "loop", "grains"];

    public string Claim => "002-memory";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("memory", "idle");
        return Ruling.All(Light.Select(model => place.Ratio("resident-a-unit", "threads", model).AtLeast(FarMore)));
    }
}

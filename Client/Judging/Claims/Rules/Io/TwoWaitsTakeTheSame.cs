namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>Two waits take tasks and a loop about as long as they take threads.</summary>
internal sealed class TwoWaitsTakeTheSame() : ClaimRule("001-io-two")
{
    private static readonly string[] Models = ["tasks", "loop"];

    public override Ruling Decide(Evidence evidence) =>
        Ruling.All(Models.Select(model => evidence.At("io", "two").Ratio("time", model, "threads").Within(0.9, 1.1)));
}

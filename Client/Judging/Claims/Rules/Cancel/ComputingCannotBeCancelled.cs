namespace Interleave.Client.Judging.Claims.Rules.Cancel;

/// <summary>A coroutine that computes breaks nothing off when it is cancelled, and ends no sooner than at its next await.</summary>
internal sealed class ComputingCannotBeCancelled() : ClaimRule("000-cancel-busy")
{
    private static readonly string[] Models = ["tasks", "loop", "grains"];

    public override Ruling Decide(Evidence evidence)
    {
        var computing = evidence.At("cancel", "computing");
        return Ruling.All(
            from model in Models
            from ruling in new[] { computing.Figure("broken-off", model).Always(0), computing.Figure("latency-over-time-to-await", model).AtLeast(1) }
            select ruling);
    }
}

namespace Interleave.Client.Judging.Claims.Rules.Isolation;

/// <summary>Who awaits a task, a coroutine on a loop or a grain catches the error that it threw, and the others live on.</summary>
internal sealed class ErrorsReachTheirCallers() : ClaimRule("002-propagate")
{
    private static readonly string[] Models = ["tasks", "loop", "grains"];

    public override Ruling Decide(Evidence evidence)
    {
        var unhandled = evidence.At("isolation", "unhandled exception");
        return Ruling.All(
            from model in Models
            from ruling in new[] { unhandled.Figure("same-error", model).Always(1), unhandled.Figure("siblings-lost", model).Always(0) }
            select ruling);
    }
}

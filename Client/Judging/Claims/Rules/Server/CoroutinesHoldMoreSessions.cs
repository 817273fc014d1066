namespace Interleave.Client.Judging.Claims.Rules.Server;

/// <summary>A server of tasks, or of grains behind a gateway, holds no fewer sessions than one of threads, each in clearly less memory.</summary>
internal sealed class CoroutinesHoldMoreSessions() : ClaimRule("002-server")
{
    private static readonly string[] Coroutines = ["tasks", "grains"];

    public override Ruling Decide(Evidence evidence)
    {
        var server = evidence.At("server", "sessions");
        return Ruling.All(
        [
            .. Coroutines.Select(model => server.Ratio("sessions-held", model, "threads").AtLeast(1)),
            .. Coroutines.Select(model => server.Ratio("memory-a-session", model, "threads").ClearlyBelow(1)),
        ]);
    }
}

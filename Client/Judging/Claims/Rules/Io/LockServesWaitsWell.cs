namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>Under a global lock, threads complete about as many waits a second as without, and are not much later with each.</summary>
/// <remarks>Throughput alone would not do: where the delay decides it, it is the same for every model.</remarks>
internal sealed class LockServesWaitsWell() : ClaimRule("004-gil-io")
{
    private const double Twice = 2;

    public override Ruling Decide(Evidence evidence)
    {
        var http = evidence.At("io", "http");
        return Ruling.All(http.Ratio("throughput", "gil", "threads").Within(0.8, 1.2), http.Ratio("beyond-delay", "gil", "threads").AtMost(Twice));
    }
}

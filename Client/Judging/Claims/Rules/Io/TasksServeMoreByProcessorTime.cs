namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>At high concurrency, tasks complete clearly more calls in a second of processor time than threads.</summary>
internal sealed class TasksServeMoreByProcessorTime() : ClaimRule("001-service")
{
    private const int HighConcurrency = 50;

    public override Ruling Decide(Evidence evidence)
    {
        var (http, query) = (evidence.At("io", "http"), evidence.At("io", "query"));
        return query.Missing is null ? Ruling.All(Decide(http), Decide(query)) : Decide(http).Noting("web service only, as no database was given");
    }

    private static Ruling Decide(VariantEvidence calls) => calls.Parameter("concurrency") < HighConcurrency
        ? Ruling.NotTested($"a concurrency of at least {HighConcurrency}")
        : calls.Ratio(MeasuredQuantity.OperationsFor("cpu-time", "second of processor time"), "tasks", "threads").ClearlyAbove(1);
}

namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>At high concurrency, tasks complete clearly more calls in a second of processor time than threads.</summary>
internal sealed class TasksServeMoreByProcessorTime() : ClaimRule("001-service")
{
    private const int HighConcurrency = 50;

    public override Ruling Decide(Evidence evidence)
    {
        var http = evidence.At("io", "http");
        return http.Parameter("concurrency") < HighConcurrency
            ? Ruling.NotTested($"a concurrency of at least {HighConcurrency}")
            : http.Ratio(MeasuredQuantity.OperationsFor("cpu-time", "second of processor time"), "tasks", "threads")
                .ClearlyAbove(1)
                .Noting("web service only, no database query");
    }
}

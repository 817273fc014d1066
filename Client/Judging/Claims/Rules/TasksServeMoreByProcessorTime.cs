namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>At high concurrency, tasks complete clearly more calls in a second of processor time than threads.</summary>
internal sealed class TasksServeMoreByProcessorTime : IClaimRule
{
    public string Claim => "001-service";

    public Ruling Judge(Evidence evidence) => evidence.At("io", "http")
        .Ratio(
            "operations a second of processor time",
            trial => trial.Metrics.TryGetValue("cpu-time", out var time) && time > 0 ? trial.Operations.Completed / time : null,
            "tasks",
            "threads")
        .Above(1)
        .Noting("web service only, no database query");
}

namespace Interleave.Grains.Tracing;

/// <summary>The names by which spans tell what they are.</summary>
/// <remarks>Where OpenTelemetry's semantic conventions have a name, that one is used instead; durations are seconds.</remarks>
public static class TraceNames
{
    public const string Scenario = "interleave.scenario";
    public const string Variant = "interleave.variant";
    public const string Model = "interleave.model";
    public const string Unit = "interleave.unit.name";

    /// <summary>Set on a unit that takes one operation of a load after the other.</summary>
    public const string TakesOperations = "interleave.unit.takes_operations";
    public const string Operation = "interleave.operation.number";

    /// <summary><see cref="Compute"/> or <see cref="Wait"/>.</summary>
    public const string Step = "interleave.step";
    public const string Compute = "compute";
    public const string Wait = "wait";

    /// <summary>How much of a computing step its thread had a processor.</summary>
    public const string CpuTime = "interleave.step.cpu_time";

    /// <summary>Event: the system took the processor away from a computing thread, for <see cref="Duration"/>.</summary>
    public const string Preempted = "preempted";

    /// <summary>Event: what was due at this moment happened only after <see cref="Duration"/>.</summary>
    public const string Overdue = "overdue";
    public const string Duration = "interleave.duration";

    public const string Frame = "frame";
    public const string Cancel = "cancel";
    public const string Crash = "crash";
    public const string Reactivation = "reactivation";

    public const string UnitsTotal = "interleave.units.total";
    public const string OperationsTraced = "interleave.operations.traced";
    public const string OperationsTotal = "interleave.operations.total";
    public const string SpansKept = "interleave.spans.kept";
    public const string SpansTotal = "interleave.spans.total";

    /// <summary>Set on a span that stands for others of its process, which recorded only so many of one trace.</summary>
    public const string SpansLeftOut = "interleave.spans.left_out";
}

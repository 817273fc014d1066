namespace Interleave.Silo.Telemetry;

/// <summary>What a process needs to know to take part in a run's telemetry; handed down in environment variables, beside the standard OTEL_* ones.</summary>
/// <param name="SpanFolder">Where a process leaves its spans for the client; null when nobody collects them.</param>
internal sealed record TelemetryEnvironment(TelemetryMode Mode, string RunId, string? SpanFolder)
{
    private const string ModeVariable = "INTERLEAVE_TELEMETRY";
    private const string RunIdVariable = "INTERLEAVE_RUN_ID";
    private const string SpanFolderVariable = "INTERLEAVE_SPANS";

    /// <summary>For the environment of a process that is about to be started.</summary>
    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        [ModeVariable] = Mode.ToString().ToLowerInvariant(),
        [RunIdVariable] = RunId,
        [SpanFolderVariable] = SpanFolder,
    };

    /// <summary>A line for each variable that stands in the way of what was asked for.</summary>
    public IEnumerable<string> Faults() => Mode == TelemetryMode.Otlp ? OtlpVariables.Faults(Environment.GetEnvironmentVariable) : [];

    /// <summary>As the process that started this one set it; by hand, all of it may be missing.</summary>
    public static TelemetryEnvironment OfThisProcess() => new(
        Enum.TryParse<TelemetryMode>(Environment.GetEnvironmentVariable(ModeVariable), ignoreCase: true, out var mode) ? mode : TelemetryMode.None,
        Environment.GetEnvironmentVariable(RunIdVariable) ?? "",
        Environment.GetEnvironmentVariable(SpanFolderVariable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null);
}

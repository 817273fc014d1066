using System.Globalization;

namespace Interleave.Silo.Telemetry;

/// <summary>What the standard variables of the environment say of sending one signal: the signal's own variables, else those of all signals.</summary>
/// <remarks>OpenTelemetry specification, "OpenTelemetry Protocol Exporter". A variable that is empty counts as not set.</remarks>
/// <param name="signal">TRACES, METRICS or LOGS.</param>
/// <param name="environment">Gives the value of a variable.</param>
internal sealed class OtlpVariables(string signal, Func<string, string?> environment)
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    private static readonly string[] Signals = ["TRACES", "METRICS", "LOGS"];

    private static readonly string[] Names = ["ENDPOINT", "PROTOCOL", "TIMEOUT", "HEADERS", "COMPRESSION"];

    private static readonly string[] WholeNumbers =
    [
        "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT", "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
        "OTEL_BLRP_SCHEDULE_DELAY", "OTEL_BLRP_EXPORT_TIMEOUT", "OTEL_BLRP_MAX_QUEUE_SIZE", "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE",
        "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT",
    ];

    /// <summary>Where this signal goes, taken as it is; null where only the endpoint of all signals is named, or none.</summary>
    public Uri? OwnEndpoint => Value($"{Prefix}{signal}_ENDPOINT") is { } text ? Address(text) : null;

    /// <summary>Where all signals go, each below a path of its own.</summary>
    public Uri? SharedEndpoint => Value(Prefix + "ENDPOINT") is { } text ? Address(text) : null;

    /// <summary>Null where no variable says it.</summary>
    public OtlpProtocol? Protocol => Setting("PROTOCOL") is { } text ? ProtocolNamed(text) : null;

    public TimeSpan Timeout =>
        Setting("TIMEOUT") is { } text && IsWholeNumber(text, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.FromSeconds(10);

    public bool IsCompressed => Setting("COMPRESSION") == "gzip";

    public IReadOnlyList<KeyValuePair<string, string>> Headers => Setting("HEADERS") is { } text ? HeadersIn(text) ?? [] : [];

    /// <summary>A line for each variable that cannot be understood, whichever signal it is for.</summary>
    public static IEnumerable<string> Faults(Func<string, string?> environment) =>
        from name in Signals.Select(signal => $"{Prefix}{signal}_").Prepend(Prefix).SelectMany(Named).Concat(WholeNumbers)
        let value = environment(name)
        where !string.IsNullOrEmpty(value)
        let fault = Fault(name, value)
        where fault is not null
        select $"{name}='{value}': {fault}";

    private static IEnumerable<string> Named(string prefix) => Names.Select(name => prefix + name);

    private static string? Fault(string name, string value)
    {
        return name switch
        {
            _ when Is("_ENDPOINT") && Address(value) is null => "not an address; allowed: http:// or https://, such as http://localhost:4317.",
            _ when Is("_PROTOCOL") && ProtocolNamed(value) is null => "not a protocol that is spoken here; allowed: grpc, http/protobuf.",
            _ when Is("_HEADERS") && HeadersIn(value) is null => "not headers; allowed: name=value, separated by commas.",
            _ when Is("_COMPRESSION") && value is not ("gzip" or "none") => "not a compression; allowed: gzip, none.",
            _ when Is("_TIMEOUT") && !IsWholeNumber(value, out _) => "not a time; allowed: milliseconds, a whole number from 1, such as 10000.",
            _ when WholeNumbers.Contains(name) && !IsWholeNumber(value, out _) => "not a whole number from 1.",
            _ => null,
        };

        bool Is(string kind) => name.EndsWith(kind, StringComparison.Ordinal);
    }

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static OtlpProtocol? ProtocolNamed(string text) => text switch
    {
        "grpc" => OtlpProtocol.Grpc,
        "http/protobuf" => OtlpProtocol.Http,
        _ => null,
    };

    private static bool IsWholeNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static List<KeyValuePair<string, string>>? HeadersIn(string text)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (header.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value])
            {
                return null;
            }

            headers.Add(new(name, Uri.UnescapeDataString(value)));
        }

        return headers;
    }

    private string? Setting(string name) => Value($"{Prefix}{signal}_{name}") ?? Value(Prefix + name);

    private string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;
}

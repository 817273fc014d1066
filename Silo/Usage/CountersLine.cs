using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Silo.Usage;

/// <summary>Counters as one line of JSON, by which a silo answers the process that started it.</summary>
internal static partial class CountersLine
{
    public static string Write(ProcessCounters counters) => JsonSerializer.Serialize(counters, Json.Default.ProcessCounters);

    /// <exception cref="JsonException">The line holds no counters.</exception>
    public static ProcessCounters Parse(string line) => JsonSerializer.Deserialize(line, Json.Default.ProcessCounters) ?? ProcessCounters.Unknown;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ProcessCounters))]
    private sealed partial class Json : JsonSerializerContext;
}

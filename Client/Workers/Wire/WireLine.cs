using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Client.Workers.Wire;

/// <summary>Orders and replies as lines of JSON; written by generated code, for a worker is started often and must be ready soon.</summary>
internal static partial class WireLine
{
    public static string Write(WorkerOrder order) => JsonSerializer.Serialize(order, Json.Default.WorkerOrder);

    public static string Write(WorkerReply reply) => JsonSerializer.Serialize(reply, Json.Default.WorkerReply);

    /// <exception cref="JsonException">The line is no order.</exception>
    public static WorkerOrder ParseOrder(string line) =>
        JsonSerializer.Deserialize(line, Json.Default.WorkerOrder) ?? throw new JsonException("An order is null.");

    /// <exception cref="JsonException">The line is no reply.</exception>
    public static WorkerReply ParseReply(string line) =>
        JsonSerializer.Deserialize(line, Json.Default.WorkerReply) ?? throw new JsonException("A reply is null.");

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UseStringEnumConverter = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(WorkerOrder))]
    [JsonSerializable(typeof(WorkerReply))]
    private sealed partial class Json : JsonSerializerContext;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Silo;

/// <summary>The line on standard output by which a silo tells that it has joined its cluster.</summary>
/// <param name="Seat">Held in the cluster's folder as long as the silo's process lives; empty where silos find each other in a database.</param>
internal sealed record SiloReady(string Runtime, string ClusterId, string Address, int SiloPort, int GatewayPort, int ProcessId, string Seat)
{
    public string ToLine() => JsonSerializer.Serialize(this, SiloReadyJson.Default.SiloReady);

    public static SiloReady Parse(string line) =>
        JsonSerializer.Deserialize(line, SiloReadyJson.Default.SiloReady) ?? throw new JsonException("The ready line is null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiloReady))]
internal sealed partial class SiloReadyJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Silo.Usage;

/// <summary>What silos tell of their processes to somebody who does not see those from outside; null is what one of them does not know.</summary>
/// <param name="Memory">Resident bytes now.</param>
/// <param name="PeakMemory">The most resident bytes since peaks were forgotten.</param>
/// <param name="Threads">Of the operating system, now.</param>
internal sealed record SiloReport(ProcessCounters Counters, long? Memory, long? PeakMemory, int? Threads)
{
    public static SiloReport None { get; } = new(ProcessCounters.None, 0, 0, 0);

    public static SiloReport Unknown { get; } = new(ProcessCounters.Unknown, null, null, null);

    public static SiloReport operator +(SiloReport left, SiloReport right) =>
        new(left.Counters + right.Counters, left.Memory + right.Memory, left.PeakMemory + right.PeakMemory, left.Threads + right.Threads);

    public string ToLine() => JsonSerializer.Serialize(this, SiloReportJson.Default.SiloReport);

    /// <exception cref="JsonException">The line holds no report.</exception>
    public static SiloReport Parse(string line) => JsonSerializer.Deserialize(line, SiloReportJson.Default.SiloReport) ?? Unknown;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiloReport))]
internal sealed partial class SiloReportJson : JsonSerializerContext;

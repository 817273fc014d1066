using System.Text.Json.Serialization;

namespace Interleave.Client.Records;

/// <summary>What a run's figures say of a claim.</summary>
internal enum Finding
{
    Supported,
    Refuted,

    /// <summary>The interval contains "no difference".</summary>
    Inconclusive,

    [JsonStringEnumMemberName("not tested")]
    NotTested,
}

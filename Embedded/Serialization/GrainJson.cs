using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Embedded.Serialization;

/// <summary>How values travel between grains: as JSON of the members that their types mark.</summary>
internal static class GrainJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = new MarkedTypes(),
        Converters =
        {
            new PlainArrays(), new ObjectConverter(), new TextConverter<SiloAddress>(SiloAddress.Parse), new TextConverter<IPEndPoint>(IPEndPoint.Parse)
        },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // Tuples have nothing else.
        IncludeFields = true,
    };
}

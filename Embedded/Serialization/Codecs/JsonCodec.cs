using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>Everything that has members or items: JSON, and next to it the arrays of plain values in it.</summary>
internal sealed class JsonCodec<T> : ValueCodec<T>
{
    private JsonTypeInfo<T>? _type;

    /// <summary>Asked for late: only a caller that uses a type that cannot travel learns of it.</summary>
    private JsonTypeInfo<T> Type => _type ??= (JsonTypeInfo<T>)GrainJson.Options.GetTypeInfo(typeof(T));

    public override T Copy(T value)
    {
        var writer = WireWriters.Rent();
        try
        {
            Write(writer, value);
            var reader = new WireReader(new ReadOnlySequence<byte>(writer.Written));
            return Read(ref reader);
        }
        finally
        {
            WireWriters.Return(writer);
        }
    }

    public override void Write(WireWriter writer, T value) =>
        writer.WriteJson((value, Type), static (json, part) => JsonSerializer.Serialize(json, part.value, part.Type));

    public override T Read(ref WireReader reader)
    {
        var json = new Utf8JsonReader(reader.ReadJsonPart(out var arrays));
        using (RawArrays.ReadFrom(arrays))
        {
            return JsonSerializer.Deserialize(ref json, Type)!; // Null where the original was.
        }
    }
}

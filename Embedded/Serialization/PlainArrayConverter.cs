using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Embedded.Serialization;

/// <summary>An array of plain values within JSON: where it begins next to the text, or, where the text stands alone, its values.</summary>
internal sealed class PlainArrayConverter<T> : JsonConverter<T[]>
    where T : unmanaged
{
    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options)
    {
        if (RawArrays.CanWrite)
        {
            writer.WriteNumberValue(RawArrays.Write(value));
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, options);
        }

        writer.WriteEndArray();
    }

    public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return RawArrays.Read<T>(reader.GetInt32());
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{reader.TokenType} where an array of {typeof(T)} should be.");
        }

        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(JsonSerializer.Deserialize<T>(ref reader, options));
        }

        return [.. values];
    }
}

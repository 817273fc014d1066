using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Embedded.Serialization;

/// <summary>Values of which only their holder knows the type, as those of the request context: an object with one member, the type's name.</summary>
internal sealed class ObjectConverter : JsonConverter<object>
{
    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        if (type == typeof(object))
        {
            throw new NotSupportedException("A bare object cannot travel between grains: it has nothing to tell.");
        }

        writer.WriteStartObject();
        writer.WritePropertyName(NamedTypes.NameOf(type));
        JsonSerializer.Serialize(writer, value, type, options);
        writer.WriteEndObject();
    }

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var type = NamedTypes.Named(reader.GetString()!); // A member has a name.
        reader.Read();
        var value = JsonSerializer.Deserialize(ref reader, type, options);
        reader.Read();
        return value;
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Embedded.Serialization;

/// <summary>The same for arrays that nobody can change.</summary>
internal sealed class PlainImmutableArrayConverter<T> : JsonConverter<ImmutableArray<T>>
    where T : unmanaged
{
    private readonly PlainArrayConverter<T> _arrays = new();

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        if (ImmutableCollectionsMarshal.AsArray(value) is { } values)
        {
            _arrays.Write(writer, values, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
        ? default
        : ImmutableCollectionsMarshal.AsImmutableArray(_arrays.Read(ref reader, typeof(T[]), options));
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Embedded.Serialization;

/// <summary>Finds the converter of an array of plain values.</summary>
internal sealed class PlainArrays : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ElementOf(typeToConvert) is { } element && PlainTypes.IsPlain(element);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = typeToConvert.IsArray ? typeof(PlainArrayConverter<>) : typeof(PlainImmutableArrayConverter<>);
        // It is asked for arrays only, and classes have instances.
        return (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(ElementOf(typeToConvert)!))!;
    }

    private static Type? ElementOf(Type type) => type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GenericTypeArguments[0]
        : null;
}

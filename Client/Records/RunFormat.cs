using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Interleave.Client.Records;

/// <summary>How records become <c>run.json</c> and come back: every member is written, and none may be unknown or missing.</summary>
internal static class RunFormat
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // The file is read by people too: an apostrophe or a multiplication sign stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireEveryMember } },
    };

    private static void RequireEveryMember(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is not null))
        {
            property.IsRequired = true;
        }
    }
}

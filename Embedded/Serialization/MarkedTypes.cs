using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Serialization;

/// <summary>Tells the JSON serializer what of a type travels: the marked members of marked types, and whatever the library itself can rebuild.</summary>
internal sealed class MarkedTypes : DefaultJsonTypeInfoResolver
{
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (IsMarked(type) && !type.IsEnum)
        {
            return ContractOf(type, options);
        }

        var known = base.GetTypeInfo(type, options);
        return known.Kind != JsonTypeInfoKind.Object || type.IsAssignableTo(typeof(ITuple))
            ? known
            : throw new NotSupportedException(
                $"{type} cannot travel between grains: mark it with [GenerateSerializer] and its members with [Id], or use a type that can. Of a grain, send " +
                    "the key.");
    }

    public static bool IsMarked(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false);

    private static JsonTypeInfo ContractOf(Type type, JsonSerializerOptions options)
    {
        var contract = JsonTypeInfo.CreateJsonTypeInfo(type, options);
        foreach (var field in Members.MarkedFields(type))
        {
            var member = contract.CreateJsonPropertyInfo(field.FieldType, Members.NameOf(field));
            member.Get = field.GetValue;
            member.Set = field.SetValue;
            contract.Properties.Add(member);
        }

        if (!type.IsAbstract)
        {
            // As on Orleans, no constructor runs again.
            contract.CreateObject = () => RuntimeHelpers.GetUninitializedObject(type);
        }

        if (!type.IsSealed)
        {
            contract.PolymorphismOptions = DerivedTypes(type);
        }

        return contract;
    }

    /// <summary>A type that others may derive from travels with a name; types that are not marked have none, and are refused.</summary>
    private static JsonPolymorphismOptions DerivedTypes(Type type)
    {
        var named = new JsonPolymorphismOptions();
        foreach (var derived in GrainAssemblies.Types.Where(other =>
            other.IsAssignableTo(type) && IsMarked(other)).Append(type).Distinct().Where(other => !other.IsAbstract))
        {
            named.DerivedTypes.Add(new(derived, derived.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? derived.ToString()));
        }

        return named;
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Which fields of a type travel, in which order.</summary>
internal static class Members
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static Member[] Of(Type type) => [.. FieldsOf(type).Select(field =>
        (Member)Activator.CreateInstance(typeof(Member<>).MakeGenericType(field.FieldType), field, IsMarkedImmutable(field))!)];

    public static bool Travels(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute), false) || IsTuple(type);

    public static IReadOnlyList<FieldInfo> FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType) && level != typeof(Exception); level = level.BaseType)
        {
            // The base class comes first, so that its fields keep their places when a derived class grows.
            fields.InsertRange(0, IsTuple(level) ? level.GetFields(OwnFields) : Numbered(level));
        }

        return fields;
    }

    public static bool IsMarkedImmutable(FieldInfo field) =>
        field.IsDefined(typeof(ImmutableAttribute)) || PropertyOf(field)?.IsDefined(typeof(ImmutableAttribute)) == true;

    private static IEnumerable<FieldInfo> Numbered(Type type)
    {
        var parameters = PrimaryParameters(type);
        return type.GetFields(OwnFields)
            .Select(field => (Field: field, Id: field.GetCustomAttribute<IdAttribute>() ?? PropertyOf(field)?.GetCustomAttribute<IdAttribute>()))
            .Select(entry => (entry.Field, entry.Id, Parameter: Array.IndexOf(parameters, PropertyOf(entry.Field)?.Name)))
            .Where(entry => entry.Id is not null || entry.Parameter >= 0)
            .OrderBy(entry => entry.Parameter < 0)
            .ThenBy(entry => entry.Parameter)
            .ThenBy(entry => entry.Id?.Id)
            .Select(entry => entry.Field);
    }

    /// <summary>The parameters that a record is declared with, each of which is a property.</summary>
    private static string?[] PrimaryParameters(Type type)
    {
        var deconstruct = type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .FirstOrDefault(method => method.Name == "Deconstruct" && method.IsDefined(typeof(CompilerGeneratedAttribute)));
        return deconstruct is null ? [] : [.. deconstruct.GetParameters().Select(parameter => parameter.Name)];
    }

    private static PropertyInfo? PropertyOf(FieldInfo field) => field.Name.StartsWith('<') && field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)
        ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>')], OwnFields)
        : null;

    private static bool IsTuple(Type type) => type.IsAssignableTo(typeof(ITuple)) && type.Namespace == nameof(System)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}

using System.Reflection;

namespace Interleave.Embedded.Serialization;

/// <summary>The state of a type, and which part of it travels.</summary>
internal static class Members
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<FieldInfo> AllFields(Type type) =>
        type.BaseType is { } basis ? AllFields(basis).Concat(type.GetFields(Own)) : type.GetFields(Own);

    public static IEnumerable<FieldInfo> MarkedFields(Type type) => AllFields(type).Where(field =>
        field.IsDefined(typeof(IdAttribute))
            || (PropertyOf(field) is { } property && (property.IsDefined(typeof(IdAttribute)) || IsRecordParameter(property))));

    public static string NameOf(FieldInfo field) => PropertyOf(field)?.Name ?? field.Name;

    /// <summary>A record's parameters travel without a number, as on Orleans.</summary>
    private static bool IsRecordParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    /// <summary>The property that a field was made for by the compiler.</summary>
    private static PropertyInfo? PropertyOf(FieldInfo field) => field.Name.StartsWith('<') && field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)
        ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>')], Own)
        : null;
}

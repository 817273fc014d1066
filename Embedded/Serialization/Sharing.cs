using System.Collections.Immutable;

namespace Interleave.Embedded.Serialization;

/// <summary>Tells which types nobody can change, so that caller and grain may share their values.</summary>
internal static class Sharing
{
    public static bool IsShared(Type type) => IsShared(type, []);

    private static bool IsShared(Type type, HashSet<Type> above)
    {
        // A type within itself adds nothing that could be changed.
        if (!above.Add(type) || type.IsPrimitive || type == typeof(string) || type.IsDefined(typeof(ImmutableAttribute), inherit: false))
        {
            return true;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return IsShared(type.GenericTypeArguments[0], above);
        }

        // Structs are copied when handed over, whatever their fields allow.
        return type.IsValueType
            ? Members.AllFields(type).All(field => IsShared(field.FieldType, above))
            : type.IsSealed && MarkedTypes.IsMarked(type) && Members.AllFields(type).All(field => field.IsInitOnly && IsShared(field.FieldType, above));
    }
}

namespace Interleave.Embedded.Serialization;

/// <summary>Tells which types nobody can change, so that caller and grain may share their values.</summary>
internal static class Sharing
{
    public static bool IsShared(Type type) => IsShared(type, []);

    private static bool IsShared(Type type, HashSet<Type> above)
    {
        // A type within itself adds nothing that could be changed.
        if (!above.Add(type) || type.IsDefined(typeof(ImmutableAttribute), false) || type == typeof(string) || Codecs.IsPlain(type))
        {
            return true;
        }

        if (!type.IsValueType && !type.IsSealed)
        {
            return false;
        }

        // Structs are copied when handed over, whatever their fields allow.
        return Members.Travels(type) && Members.FieldsOf(type).All(field =>
            (field.IsInitOnly || type.IsValueType) && (Members.IsMarkedImmutable(field) || IsShared(field.FieldType, above)));
    }
}

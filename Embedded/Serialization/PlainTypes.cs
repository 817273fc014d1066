namespace Interleave.Embedded.Serialization;

/// <summary>Types whose values are nothing but their bytes; all processes of a cluster are on one machine, and so read them alike.</summary>
internal static class PlainTypes
{
    private static readonly HashSet<Type> Others =
        [
            typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Half),
            typeof(Int128), typeof(UInt128)];

    public static bool IsPlain(Type type) => (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)) || type.IsEnum || Others.Contains(type);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Reflection.Metadata;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Serialization;

/// <summary>
/// The types that a message may name, and no others: plain values, collections of them, and whatever this program's grains are marked to send.
/// </summary>
internal static class NamedTypes
{
    private static readonly FrozenDictionary<string, Type> Known = ((IEnumerable<Type>)
        [
            typeof(object), typeof(bool), typeof(char), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
            typeof(ulong), typeof(Int128), typeof(UInt128), typeof(Half), typeof(float), typeof(double), typeof(decimal), typeof(string), typeof(Guid),
            typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(DayOfWeek), typeof(Uri), typeof(Version),
            typeof(IPEndPoint), typeof(SiloAddress), typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(List<>), typeof(HashSet<>), typeof(Dictionary<,>),
            typeof(Queue<>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>),
            typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>),
            typeof(ValueTuple<,,,,,,>),
            typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>), typeof(Tuple<,,,,,>), typeof(Tuple<,,,,,,>),
            .. GrainAssemblies.Types.Where(type => type.IsEnum || MarkedTypes.IsMarked(type)),
        ])
        .DistinctBy(type => type.FullName)
        .ToFrozenDictionary(type => type.FullName!); // None of them is a parameter, and so all have names.

    /// <exception cref="NotSupportedException">The other end would not take it.</exception>
    public static string NameOf(Type type) => Find(type.ToString()) == type
        ? type.ToString()
        : throw new NotSupportedException(
            $"{type} cannot travel between grains where the receiver expects any object: mark it with [GenerateSerializer], or use a type that can.");

    /// <exception cref="NotSupportedException">It is not one of those that may be named.</exception>
    public static Type Named(string name) =>
        Find(name) ?? throw new NotSupportedException($"A message names the type {name}, which is none of those that it may name.");

    private static Type? Find(string name) => TypeName.TryParse(name, out var parsed) ? Find(parsed) : null;

    private static Type? Find(TypeName name)
    {
        if (name.IsArray)
        {
            var element = Find(name.GetElementType());
            return name.IsSZArray ? element?.MakeArrayType() : element?.MakeArrayType(name.GetArrayRank());
        }

        if (!name.IsConstructedGenericType)
        {
            return Known.GetValueOrDefault(name.FullName);
        }

        var definition = Known.GetValueOrDefault(name.GetGenericTypeDefinition().FullName);
        var arguments = name.GetGenericArguments().Select(Find).OfType<Type>().ToArray();
        return definition is not null && arguments.Length == definition.GetGenericArguments().Length ? definition.MakeGenericType(arguments) : null;
    }
}

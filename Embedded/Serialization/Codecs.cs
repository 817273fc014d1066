using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Serialization;

/// <summary>Finds the codec of a type, once for each.</summary>
internal static class Codecs
{
    private static readonly ConcurrentDictionary<Type, Codec> Known = new();
    private static readonly ConcurrentDictionary<string, Type> Names = new();

    private static readonly Dictionary<Type, Type> Collections = new()
    {
        [typeof(List<>)] = typeof(ListCodec<>),
        [typeof(HashSet<>)] = typeof(HashSetCodec<>),
        [typeof(Dictionary<,>)] = typeof(DictionaryCodec<,>),
        [typeof(ImmutableArray<>)] = typeof(ImmutableArrayCodec<>),
        [typeof(Nullable<>)] = typeof(NullableCodec<>),
    };

    public static Codec For(Type type) => Known.GetOrAdd(type, static type =>
        (Codec)typeof(CodecOf<>).MakeGenericType(type).GetField(nameof(CodecOf<>.Instance))!.GetValue(null)!);

    public static Type TypeNamed(string name) => Names.GetOrAdd(name, static name =>
        Type.GetType(name) ?? throw new CodecNotFoundException($"This process has no type {name}, which a value that it received is of."));

    public static Codec Create(Type type)
    {
        if (type == typeof(string))
        {
            return new StringCodec();
        }

        if (type.IsPrimitive || type.IsEnum || IsPlainValue(type))
        {
            return Make(typeof(PlainCodec<>), type);
        }

        if (type.IsSZArray)
        {
            return Make(IsPlain(type.GetElementType()!) ? typeof(PlainArrayCodec<>) : typeof(ArrayCodec<>), type.GetElementType()!);
        }

        if (type.IsGenericType && Collections.TryGetValue(type.GetGenericTypeDefinition(), out var collection))
        {
            return Make(collection, type.GetGenericArguments());
        }

        if (Converted(type) is { } converted)
        {
            return converted;
        }

        if (type.IsInterface && type.IsAssignableTo(typeof(IAddressable)) || type.IsAssignableTo(typeof(GrainReference)))
        {
            return Make(typeof(ReferenceCodec<>), type);
        }

        if (type.IsAssignableTo(typeof(Exception)))
        {
            return Make(typeof(ExceptionCodec<>), type);
        }

        return Make(
            type.IsInterface || type.IsAbstract || (type.IsClass && !type.IsSealed && !type.IsArray) ? typeof(PolymorphicCodec<>)
                : Members.Travels(type) ? typeof(MembersCodec<>)
                : typeof(UnknownCodec<>),
            type);
    }

    /// <summary>The codec for values whose type is exactly this one.</summary>
    public static Codec Exactly(Type type)
    {
        var codec = For(type);
        return codec is IPolymorphicCodec polymorphic ? polymorphic.Exact : codec;
    }

    public static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || IsPlainValue(type);

    private static bool IsPlainValue(Type type) =>
        type == typeof(decimal) || type == typeof(Guid) || type == typeof(TimeSpan) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(NoResult);

    private static Codec Make(Type definition, params Type[] arguments) =>
        (Codec)Activator.CreateInstance(definition.MakeGenericType(arguments), BindingFlags.Instance | BindingFlags.Public, null, null, null)!;

    private static Codec? Converted(Type type)
    {
        return type == typeof(Uri) ? new ConvertedCodec<Uri, string>(uri => uri.OriginalString, text => new Uri(text, UriKind.RelativeOrAbsolute))
            : type == typeof(Version) ? new ConvertedCodec<Version, string>(version => version.ToString(), Version.Parse)
            : type == typeof(IPAddress) ? new ConvertedCodec<IPAddress, string>(address => address.ToString(), IPAddress.Parse)
            : type == typeof(IPEndPoint) ? new ConvertedCodec<IPEndPoint, string>(endPoint => endPoint.ToString(), IPEndPoint.Parse)
            : null;
    }
}

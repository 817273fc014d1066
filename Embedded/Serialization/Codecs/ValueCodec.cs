using System.Collections.Concurrent;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>How values of one type are copied, written and read: plain ones and arrays of them byte for byte, all others as JSON.</summary>
internal abstract class ValueCodec
{
    private static readonly ConcurrentDictionary<Type, ValueCodec> Known = new();

    /// <summary>The codec of a declared type; values of types that derive from it are its to name.</summary>
    public static ValueCodec For(Type type) => Known.GetOrAdd(type, static type => Make(
        type == typeof(NoResult) || type == typeof(CancellationToken) ? typeof(NothingCodec<>).MakeGenericType(type)
        : type == typeof(string) ? typeof(TextCodec)
        : PlainTypes.IsPlain(type) ? typeof(PlainCodec<>).MakeGenericType(type)
        : type.IsSZArray && type.GetElementType() is { } element && PlainTypes.IsPlain(element) ? typeof(PlainArrayCodec<>).MakeGenericType(element)
        : typeof(JsonCodec<>).MakeGenericType(type)));

    public static ValueCodec<T> For<T>() => (ValueCodec<T>)For(typeof(T));

    /// <summary>A value that is equal to the original and shares with it only what nobody can change.</summary>
    public abstract object? CopyObject(object? value);

    public abstract void WriteObject(WireWriter writer, object? value);

    public abstract object? ReadObject(ref WireReader reader);

    private static ValueCodec Make(Type type) => (ValueCodec)Activator.CreateInstance(type)!; // Classes have instances.
}

namespace Interleave.Embedded.Serialization;

/// <summary>The codec of <typeparamref name="T"/>, found by the type system at no cost.</summary>
internal static class CodecOf<T>
{
    public static readonly Codec<T> Instance = (Codec<T>)Codecs.Create(typeof(T));
}

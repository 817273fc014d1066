namespace Interleave.Embedded.Serialization;

/// <summary>A codec that asks each value for its type.</summary>
internal interface IPolymorphicCodec
{
    /// <summary>The codec for values of exactly the declared type.</summary>
    Codec Exact { get; }
}

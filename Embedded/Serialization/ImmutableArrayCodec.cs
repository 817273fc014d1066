using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Immutable arrays: as arrays on the wire, shared where their items can be.</summary>
internal sealed class ImmutableArrayCodec<T> : Codec<ImmutableArray<T>>
{
    public override void Write(WireWriter writer, ImmutableArray<T> value) =>
        CodecOf<T[]?>.Instance.Write(writer, ImmutableCollectionsMarshal.AsArray(value));

    public override ImmutableArray<T> Read(ref WireReader reader) =>
        ImmutableCollectionsMarshal.AsImmutableArray(CodecOf<T[]?>.Instance.Read(ref reader));

    public override ImmutableArray<T> Copy(ImmutableArray<T> value) => CodecOf<T>.Instance.IsShared || value.IsDefault
        ? value
        : ImmutableCollectionsMarshal.AsImmutableArray(CodecOf<T[]?>.Instance.Copy(ImmutableCollectionsMarshal.AsArray(value)));
}

using System.Collections.Immutable;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;
using Interleave.Embedded.Tracing;

namespace Interleave.Embedded.Calls;

/// <summary>What goes over the wire before the arguments of a call.</summary>
/// <param name="Class">The id of the target's class.</param>
/// <param name="Method">The id of the method.</param>
/// <param name="View">The version of the cluster by which a silo sent it on; 0 from a client.</param>
internal readonly record struct RequestHeader(
    ulong Class, string Key, ulong Method, int Hops, long View, PropagatedTrace? Trace, ImmutableDictionary<string, object>? Context)
{
    private static readonly ValueCodec<ImmutableDictionary<string, object>> ContextCodec = ValueCodec.For<ImmutableDictionary<string, object>>();

    public void Write(WireWriter writer)
    {
        writer.WriteHash(Class);
        writer.WriteText(Key);
        writer.WriteHash(Method);
        writer.WriteNumber((ulong)Hops);
        writer.WriteNumber((ulong)View);
        PropagatedTrace.Write(writer, Trace);
        writer.WriteByte(Context is null ? (byte)0 : (byte)1);
        if (Context is not null)
        {
            ContextCodec.Write(writer, Context);
        }
    }

    public static RequestHeader Read(ref WireReader reader) => new(
        reader.ReadHash(),
        reader.ReadText() ?? throw new InvalidDataException("A request names no key."),
        reader.ReadHash(),
        (int)reader.ReadNumber(),
        (long)reader.ReadNumber(),
        PropagatedTrace.Read(ref reader),
        reader.ReadByte() == 0 ? null : ContextCodec.Read(ref reader));
}

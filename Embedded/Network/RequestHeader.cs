using System.Buffers.Binary;
using System.Diagnostics;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>What decides where a request goes: enough to pass it on without reading the rest.</summary>
internal readonly record struct RequestHeader(long Id, byte Hops, GrainId Target, ulong Method)
{
    // The kind of the frame stands before it.
    private const int IdAt = 1;
    private const int HopsAt = IdAt + sizeof(long);

    public static RequestHeader Read(ref WireReader reader)
    {
        var id = reader.Int64();
        var hops = reader.Byte();
        return new RequestHeader(id, hops, new GrainId(reader.Text() ?? "", reader.Text() ?? ""), reader.UInt64());
    }

    public static void WriteRequest(WireWriter writer, Call call)
    {
        writer.Int64(call.SentId);
        writer.Byte((byte)call.Hops);
        writer.Text(call.Target.Type);
        writer.Text(call.Target.Key);
        writer.UInt64(call.Method.Id);
        CallContext.Write(writer, call.Context);
        WriteTrace(writer, call.TraceParent);
        call.Arguments.Write(writer);
    }

    /// <summary>Makes the call that a request, read as far as its header, asks for.</summary>
    public static Call ReadCall(ref WireReader reader, GrainId target, GrainMethod method)
    {
        var context = CallContext.Read(ref reader);
        var trace = ReadTrace(ref reader);
        var call = method.CreateCall(target, method.ReadArguments(ref reader));
        call.Context = context;
        call.TraceParent = trace;
        call.IsOwned = true;
        return call;
    }

    /// <summary>Writes a request that was received, under another number.</summary>
    public static void WriteAgain(WireWriter writer, ReadOnlySpan<byte> frame, long id, byte hops)
    {
        var copy = writer.Reserve(frame.Length - IdAt);
        frame[IdAt..].CopyTo(copy);
        BinaryPrimitives.WriteInt64LittleEndian(copy, id);
        copy[HopsAt - IdAt] = hops;
    }

    private static void WriteTrace(WireWriter writer, ActivityContext trace)
    {
        if (trace == default)
        {
            writer.Byte(0);
            return;
        }

        writer.Byte(1);
        trace.TraceId.CopyTo(writer.Reserve(16));
        trace.SpanId.CopyTo(writer.Reserve(8));
        writer.Byte((byte)trace.TraceFlags);
        writer.Text(trace.TraceState);
    }

    private static ActivityContext ReadTrace(ref WireReader reader) => reader.Byte() == 0
        ? default
        : new ActivityContext(
            ActivityTraceId.CreateFromBytes(reader.Bytes(16)),
            ActivitySpanId.CreateFromBytes(reader.Bytes(8)),
            (ActivityTraceFlags)reader.Byte(),
            reader.Text(),
            isRemote: true);
}

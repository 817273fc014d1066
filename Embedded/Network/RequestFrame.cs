using System.Diagnostics;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A call as it goes over the wire.</summary>
internal static class RequestFrame
{
    public static void Write(WireWriter writer, Call call)
    {
        // Zero where no answer is wanted.
        writer.Int64(call.SentId);
        writer.Byte(call.Hops);
        writer.Text(call.Target.Type);
        writer.Text(call.Target.Key);
        writer.UInt64(call.Method.Id);
        CallContext.Write(writer, call.Context);
        WriteTrace(writer, call.TraceParent);
        call.Arguments.Write(writer);
    }

    /// <summary>Reads what follows the number.</summary>
    public static Call Read(ref WireReader reader, GrainClasses classes)
    {
        var hops = reader.Byte();
        var target = new GrainId(reader.Text() ?? "", reader.Text() ?? "");
        var method = classes.Method(reader.UInt64());
        var context = CallContext.Read(ref reader);
        var trace = ReadTrace(ref reader);
        var call = method.CreateCall(target, method.ReadArguments(ref reader));
        call.Hops = (byte)(hops + 1);
        call.Context = context;
        call.TraceParent = trace;
        call.IsOwned = true;
        return call;
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

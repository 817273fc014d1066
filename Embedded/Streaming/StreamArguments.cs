using Interleave.Embedded.Calls;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Streaming;

/// <summary>The arguments of a step; the first one brings along those of the method that makes the stream.</summary>
internal sealed class StreamArguments(Guid stream, StreamStep step, int mostItems, Arguments? opening) : Arguments
{
    public Guid Stream { get; } = stream;

    public StreamStep Step { get; } = step;

    public int MostItems { get; } = mostItems;

    public Arguments? Opening { get; } = opening;

    public override Arguments Copy(GrainMethod method) => Opening is null ? this : new StreamArguments(Stream, Step, MostItems, Opening.Copy(method));

    public override void Write(WireWriter writer)
    {
        CodecOf<Guid>.Instance.Write(writer, Stream);
        CodecOf<StreamStep>.Instance.Write(writer, Step);
        writer.Count(MostItems);
        Opening?.Write(writer);
    }
}

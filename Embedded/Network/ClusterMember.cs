using System.Net;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>A silo of the cluster, and where clients reach it.</summary>
internal sealed record ClusterMember(SiloAddress Silo, IPEndPoint Gateway)
{
    public void Write(WireWriter writer)
    {
        CodecOf<SiloAddress>.Instance.Write(writer, Silo);
        CodecOf<IPEndPoint>.Instance.Write(writer, Gateway);
    }

    public static ClusterMember Read(ref WireReader reader) => new(CodecOf<SiloAddress>.Instance.Read(ref reader), CodecOf<IPEndPoint>.Instance.Read(ref reader));

    public static void WriteAll(WireWriter writer, IReadOnlyCollection<ClusterMember> members)
    {
        writer.Count(members.Count);
        foreach (var member in members)
        {
            member.Write(writer);
        }
    }

    public static IReadOnlyList<ClusterMember> ReadAll(ref WireReader reader)
    {
        var members = new ClusterMember[reader.Count()];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = Read(ref reader);
        }

        return members;
    }
}

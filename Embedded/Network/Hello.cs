using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>How a process introduces itself: to which cluster it wants to belong, and, if it is a silo, where it is.</summary>
internal sealed record Hello(string ClusterId, ClusterMember? Silo)
{
    /// <summary>Raised whenever frames change, so that processes of two versions part with a clear word.</summary>
    private const byte Version = 1;

    public void Write(WireWriter writer)
    {
        writer.Byte(Version);
        writer.Text(ClusterId);
        writer.Byte(Silo is null ? (byte)0 : (byte)1);
        Silo?.Write(writer);
    }

    public static Hello Read(ref WireReader reader)
    {
        var version = reader.Byte();
        return version == Version
            ? new Hello(reader.Text() ?? "", reader.Byte() == 0 ? null : ClusterMember.Read(ref reader))
            : throw new InvalidDataException($"It speaks version {version}, this silo speaks version {Version}.");
    }
}

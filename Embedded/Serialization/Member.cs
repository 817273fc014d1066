namespace Interleave.Embedded.Serialization;

/// <summary>One field of a type that travels.</summary>
internal abstract class Member
{
    public abstract void Write(WireWriter writer, object owner);

    public abstract void Read(ref WireReader reader, object owner);

    public abstract void Copy(object from, object to);
}

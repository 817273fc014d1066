using System.Net;

namespace Interleave.Embedded.Serialization;

/// <summary>Values declared as something that others derive from: their own type is written before them.</summary>
internal sealed class PolymorphicCodec<T> : Codec<T?>, IPolymorphicCodec
    where T : class
{
    private const byte Null = 0;
    private const byte Declared = 1;
    private const byte Derived = 2;

    private readonly Lazy<Codec> _exact = new(() => Members.Travels(typeof(T)) ? new MembersCodec<T>() : new UnknownCodec<T>());

    public Codec Exact => _exact.Value;

    public override void Write(WireWriter writer, T? value)
    {
        if (value is null)
        {
            writer.Byte(Null);
        }
        else if (value.GetType() == typeof(T))
        {
            writer.Byte(Declared);
            Exact.WriteObject(writer, value);
        }
        else
        {
            var type = SerializedType(value);
            writer.Byte(Derived);
            writer.Text(type.AssemblyQualifiedName);
            Codecs.Exactly(type).WriteObject(writer, value);
        }
    }

    public override T? Read(ref WireReader reader) => reader.Byte() switch
    {
        Null => null,
        Declared => (T?)Exact.ReadObject(ref reader),
        _ => (T?)Codecs.Exactly(Codecs.TypeNamed(reader.Text()!)).ReadObject(ref reader),
    };

    public override T? Copy(T? value) => value is null ? null : (T?)Codecs.Exactly(SerializedType(value)).CopyObject(value);

    // A proxy's class exists in its own process only, and some addresses are of a class that only the library can make.
    private static Type SerializedType(T value) => value is GrainReference ? typeof(GrainReference) : value is IPAddress ? typeof(IPAddress) : value.GetType();
}

namespace Interleave.Embedded.Serialization;

/// <summary>Values declared as something that others derive from: their own type is written before them.</summary>
internal sealed class PolymorphicCodec<T> : Codec<T?>, IPolymorphicCodec
    where T : class
{
    private const byte Null = 0;
    private const byte Declared = 1;
    private const byte Derived = 2;

    private readonly Lazy<Codec> _exact = new(() => new MembersCodec<T>());

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

    // What a proxy's class is called differs from process to process; what it refers to does not.
    private static Type SerializedType(T value) => value is GrainReference ? typeof(GrainReference) : value.GetType();
}

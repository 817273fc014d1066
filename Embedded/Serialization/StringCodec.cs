namespace Interleave.Embedded.Serialization;

/// <summary>Text as UTF-8.</summary>
internal sealed class StringCodec : Codec<string?>
{
    public StringCodec() => IsShared = true;

    public override void Write(WireWriter writer, string? value) => writer.Text(value);

    public override string? Read(ref WireReader reader) => reader.Text();

    public override string? Copy(string? value) => value;
}

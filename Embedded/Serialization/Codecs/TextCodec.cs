namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>Text, as UTF-8.</summary>
internal sealed class TextCodec : ValueCodec<string?>
{
    public override string? Copy(string? value) => value;

    public override void Write(WireWriter writer, string? value) => writer.WriteText(value);

    public override string? Read(ref WireReader reader) => reader.ReadText();
}

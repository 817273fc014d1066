namespace Interleave.Embedded.Serialization;

/// <summary>How values of one type are written, read and copied, for those who know the type only at run time.</summary>
internal abstract class Codec
{
    /// <summary>Whether a value may be handed over as it is, because nobody can change it.</summary>
    public bool IsShared { get; protected init; }

    public abstract void WriteObject(WireWriter writer, object? value);

    public abstract object? ReadObject(ref WireReader reader);

    public abstract object? CopyObject(object? value);
}

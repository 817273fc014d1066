namespace Interleave.Embedded;

/// <summary>A value was to travel between grains whose type cannot.</summary>
public sealed class CodecNotFoundException : OrleansException
{
    public CodecNotFoundException()
    {
    }

    public CodecNotFoundException(string message)
        : base(message)
    {
    }

    public CodecNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

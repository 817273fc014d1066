namespace Interleave.Embedded;

/// <summary>A sequence ended before its end, for its grain no longer has it.</summary>
public sealed class EnumerationAbortedException : Exception
{
    public EnumerationAbortedException()
    {
    }

    public EnumerationAbortedException(string message)
        : base(message)
    {
    }

    public EnumerationAbortedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

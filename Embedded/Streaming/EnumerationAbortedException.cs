namespace Interleave.Embedded;

/// <summary>A sequence ended before its end, for its grain no longer has it.</summary>
public sealed class EnumerationAbortedException(string message, Exception? innerException = null) : Exception(message, innerException);

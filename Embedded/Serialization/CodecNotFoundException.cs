namespace Interleave.Embedded;

/// <summary>A value was to travel between grains whose type cannot.</summary>
public sealed class CodecNotFoundException(string message, Exception? innerException = null) : OrleansException(message, innerException);

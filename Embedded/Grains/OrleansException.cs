namespace Interleave.Embedded;

/// <summary>A fault of the grain runtime, as opposed to one of a grain.</summary>
public class OrleansException(string message, Exception? innerException = null) : Exception(message, innerException);

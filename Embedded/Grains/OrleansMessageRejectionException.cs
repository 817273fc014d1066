namespace Interleave.Embedded;

/// <summary>A call was turned away before its grain saw it, or its silo went away.</summary>
public class OrleansMessageRejectionException(string message, Exception? innerException = null) : OrleansException(message, innerException);

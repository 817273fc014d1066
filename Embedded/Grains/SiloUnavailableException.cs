namespace Interleave.Embedded;

/// <summary>The silo of the called grain died or left; whether the grain did the work is not known.</summary>
public sealed class SiloUnavailableException(string message, Exception? innerException = null) : OrleansMessageRejectionException(message, innerException);

namespace Interleave.Embedded;

/// <summary>Stands for an exception whose type the caller's process does not have.</summary>
public sealed class UnavailableExceptionFallbackException(string exceptionType, string message, Exception? innerException)
    : OrleansException($"{exceptionType}: {message}", innerException)
{
    public string ExceptionType { get; } = exceptionType;
}

using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Interleave.Embedded.Serialization;

/// <summary>
/// An exception on its way to another process: what it says, where it was thrown, what caused it, and its own members where its type marks them.
/// </summary>
[GenerateSerializer, Immutable]
internal sealed record CarriedException(string Type, string Message, string? StackTrace, CarriedException? Inner, JsonElement? Own)
{
    public static CarriedException Of(Exception exception)
    {
        var type = exception.GetType();
        return new CarriedException(
            type.FullName!, // An exception's type is closed, and so has a name.
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? Of(inner) : null,
            MarkedTypes.IsMarked(type) ? JsonSerializer.SerializeToElement(exception, type, GrainJson.Options) : null);
    }

    public Exception Restore()
    {
        var inner = Inner?.Restore();
        var exception = Own is { } own && NamedExceptions.Marked(Type) is { } marked
            ? (Exception)own.Deserialize(marked, GrainJson.Options)! // Nothing comes of an exception but an exception.
            : NamedExceptions.Make(Type, Message, inner);
        if (exception is null)
        {
            return WithStack(new UnavailableExceptionFallbackException(Type, Message, inner));
        }

        ExceptionState.Message(exception) = Message;
        ExceptionState.Inner(exception) = inner;
        return WithStack(exception);
    }

    private Exception WithStack(Exception exception) =>
        string.IsNullOrEmpty(StackTrace) ? exception : ExceptionDispatchInfo.SetRemoteStackTrace(exception, StackTrace);
}

using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Interleave.Embedded.Serialization;

/// <summary>An exception on its way to another process: what it says, where it was thrown, what caused it, and its own members where its type marks them.</summary>
[GenerateSerializer, Immutable]
internal sealed record CarriedException(string Type, string Message, string? StackTrace, CarriedException? Inner, JsonElement? Own)
{
    public static CarriedException Of(Exception exception)
    {
        var type = exception.GetType();
        return new CarriedException(
            type.AssemblyQualifiedName!, // An exception's type is closed, and so has a name.
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? Of(inner) : null,
            MarkedTypes.IsMarked(type) ? JsonSerializer.SerializeToElement(exception, type, GrainJson.Options) : null);
    }

    public Exception Restore()
    {
        var inner = Inner?.Restore();
        if (System.Type.GetType(Type) is not { } type)
        {
            return WithStack(new UnavailableExceptionFallbackException(Type, Message, inner));
        }

        var exception = (Exception)(Own?.Deserialize(type, GrainJson.Options)
            ?? type.GetConstructor([typeof(string), typeof(Exception)])?.Invoke([Message, inner])
            ?? RuntimeHelpers.GetUninitializedObject(type));
        ExceptionState.Message(exception) = Message;
        ExceptionState.Inner(exception) = inner;
        return WithStack(exception);
    }

    private Exception WithStack(Exception exception) =>
        string.IsNullOrEmpty(StackTrace) ? exception : ExceptionDispatchInfo.SetRemoteStackTrace(exception, StackTrace);
}

using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Exceptions: type, message, what caused them and where they were thrown; their own members where they are marked as those of messages are.</summary>
internal sealed class ExceptionCodec<T> : Codec<T?>
    where T : Exception
{
    public override void Write(WireWriter writer, T? value)
    {
        if (value is null)
        {
            writer.Text(null);
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var type = value.GetType();
        writer.Text(type.AssemblyQualifiedName);
        writer.Text(value.Message);
        writer.Text(value.StackTrace);
        CodecOf<Exception?>.Instance.Write(writer, value.InnerException);

        var start = writer.BeginFrame();
        foreach (var member in OwnMembers(type))
        {
            member.Write(writer, value);
        }

        writer.EndFrame(start);
    }

    public override T? Read(ref WireReader reader)
    {
        if (reader.Text() is not { } name)
        {
            return null;
        }

        var message = reader.Text() ?? "";
        var stack = reader.Text();
        var inner = CodecOf<Exception?>.Instance.Read(ref reader);
        var own = reader.Frame();
        if (Type.GetType(name) is not { } type || !type.IsAssignableTo(typeof(T)))
        {
            return WithStack(new UnavailableExceptionFallbackException(name, message, inner), stack) as T;
        }

        var exception = (T)(type.GetConstructor([typeof(string), typeof(Exception)])?.Invoke([message, inner]) ?? RuntimeHelpers.GetUninitializedObject(type));
        ExceptionState.Message(exception) = message;
        ExceptionState.Inner(exception) = inner;
        foreach (var member in OwnMembers(type))
        {
            member.Read(ref own, exception);
        }

        return (T)WithStack(exception, stack);
    }

    // Nobody changes an exception once it was thrown.
    public override T? Copy(T? value) => value;

    private static Exception WithStack(Exception exception, string? stack) =>
        string.IsNullOrEmpty(stack) ? exception : ExceptionDispatchInfo.SetRemoteStackTrace(exception, stack);

    private static Member[] OwnMembers(Type type) => Members.Travels(type) ? Members.Of(type) : [];
}

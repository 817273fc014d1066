using System.Runtime.CompilerServices;

namespace Interleave.Embedded.Serialization;

/// <summary>The two fields of an exception that only its constructors set; exceptions are rebuilt without running any.</summary>
internal static class ExceptionState
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    public static extern ref string Message(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_innerException")]
    public static extern ref Exception? Inner(Exception exception);
}

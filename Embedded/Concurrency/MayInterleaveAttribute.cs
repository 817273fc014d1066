namespace Interleave.Embedded;

/// <summary>There only to say, when a grain is compiled, that the embedded grain runtime does not have it.</summary>
[
    Obsolete(
        "The embedded grain runtime has no [MayInterleave]: mark methods [AlwaysInterleave] or the class [Reentrant], or build with GrainRuntime=Orleans.",
        error: true)]
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    public string CallbackMethodName { get; } = callbackMethodName;
}

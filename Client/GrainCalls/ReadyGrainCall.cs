using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>A call with the grains that it goes to, numbered from 0.</summary>
/// <param name="toTask">What a call returns, as a task.</param>
internal sealed class ReadyGrainCall(IReadOnlyList<object> grains, MethodInvoker method, object?[] arguments, Func<object, Task> toTask)
{
    public Task CallAsync(int number) => toTask(method.Invoke(grains[number], arguments.AsSpan())!); // A grain's method returns a task, never nothing.
}

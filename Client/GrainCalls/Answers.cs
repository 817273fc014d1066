using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>How the end of a call is awaited, whatever form the method's answer has.</summary>
internal static class Answers
{
    public static bool CanBeAwaited(MethodInfo method) =>
        method.ReturnType.IsAssignableTo(typeof(Task)) || method.ReturnType == typeof(ValueTask) || IsValueTaskOfResult(method.ReturnType);

    public static Func<object, Task> WayToTask(MethodInfo method) => method.ReturnType switch
    {
        var type when IsValueTaskOfResult(type) =>
            typeof(Answers).GetMethod(nameof(OfValueTask), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object, Task>>(),
        var type when type == typeof(ValueTask) => answer => ((ValueTask)answer).AsTask(),
        _ => answer => (Task)answer,
    };

    private static bool IsValueTaskOfResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private static Task<TResult> OfValueTask<TResult>(object answer) => ((ValueTask<TResult>)answer).AsTask();
}

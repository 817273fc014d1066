using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>A call that can be made: a method of a grain's interface with its arguments, and the keys of the grains that it goes to.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Arguments">One for each parameter; the place of a token is empty.</param>
internal sealed record GrainCall(
    string Text, GrainAssembly Assembly, string Path, Type Interface, MethodInfo Method, IReadOnlyList<object?> Arguments, GrainKeys Keys)
{
    /// <summary>Makes the call ready for grains of that many keys.</summary>
    /// <exception cref="ArgumentException">No silo of the cluster has a grain with this interface.</exception>
    public ReadyGrainCall MakeReady(IGrainFactory grains, int keys, CancellationToken cancellation)
    {
        var arguments = Method.GetParameters().Zip(Arguments, (parameter, value) => ArgumentReader.IsToken(parameter) ? cancellation : value).ToArray();
        return new ReadyGrainCall(
            [.. Enumerable.Range(0, keys).Select(number => Keys.GrainOf(number, grains))], MethodInvoker.Create(Method), arguments, Answers.WayToTask(Method));
    }
}

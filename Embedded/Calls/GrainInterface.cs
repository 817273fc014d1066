using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Interleave.Embedded.Streaming;

namespace Interleave.Embedded.Calls;

/// <summary>The methods of a grain interface, those that it inherits included.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, GrainInterface> Known = new();

    private GrainInterface(Type type)
    {
        if (!type.IsInterface || !type.IsAssignableTo(typeof(IAddressable)) || type.ContainsGenericParameters)
        {
            throw new ArgumentException(
                $"{type} is not a grain interface: it must be an interface that extends IGrainWithStringKey, IGrainWithIntegerKey or IGrainWithGuidKey.");
        }

        Methods = type.GetInterfaces().Prepend(type).SelectMany(part => part.GetMethods()).Where(method => method.IsAbstract)
            .ToFrozenDictionary(method => method, Describe);
    }

    public FrozenDictionary<MethodInfo, GrainMethod> Methods { get; }

    public static GrainInterface Of(Type type) => Known.GetOrAdd(type, static type => new GrainInterface(type));

    private static GrainMethod Describe(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        if (method.IsGenericMethod
            || parameters.Any(parameter => parameter.IsByRef)
            || parameters.Count(parameter => parameter == typeof(CancellationToken)) > 1)
        {
            throw new NotSupportedException(
                $"{method.DeclaringType}.{method.Name} cannot be a grain method: it is generic, or has ref or out parameters, or two cancellation tokens.");
        }

        var result = method.ReturnType;
        if (result == typeof(Task))
        {
            return new GrainMethod<NoResult>(method);
        }

        var definition = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        var described = definition == typeof(Task<>) ? typeof(GrainMethod<>)
            : definition == typeof(IAsyncEnumerable<>) ? typeof(StreamMethod<>)
            : throw new NotSupportedException(
                $"{method.DeclaringType}.{method.Name} cannot be a grain method: it gives {result}, not a Task or an IAsyncEnumerable.");
        return (GrainMethod)Activator.CreateInstance(described.MakeGenericType(result.GetGenericArguments()), method)!;
    }
}

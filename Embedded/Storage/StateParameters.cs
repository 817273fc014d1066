using System.Reflection;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Storage;

/// <summary>The constructor parameters of a grain class that stand for records of its state.</summary>
internal sealed class StateParameters
{
    private readonly (Type State, PersistentStateAttribute Names)[] _parameters;

    /// <exception cref="OrleansException">A parameter that is marked as state is no <see cref="IPersistentState{TState}"/>.</exception>
    public StateParameters(Type grainClass)
    {
        _parameters =
        [
            .. grainClass.GetConstructors()
                .SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => (parameter, names: parameter.GetCustomAttribute<PersistentStateAttribute>()))
                .Where(marked => marked.names is not null)
                .Select(marked => (StateOf(grainClass, marked.parameter), marked.names!)), // Null is left out above.
        ];
        Types = [.. _parameters.Select(parameter => typeof(IPersistentState<>).MakeGenericType(parameter.State))];
    }

    public Type[] Types { get; }

    /// <summary>The records of one activation, not read yet, in the order of the parameters.</summary>
    public IStorage[] Make(Activation activation) =>
    [
        .. _parameters.Select(parameter => (IStorage)Activator.CreateInstance(
            typeof(PersistentState<>).MakeGenericType(parameter.State),
            activation,
            activation.Silo.State.File(parameter.Names.StorageName, activation.GrainId.ToString(), parameter.Names.StateName))!), // Classes have instances.
    ];

    private static Type StateOf(Type grainClass, ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IPersistentState<>)
            ? type.GetGenericArguments()[0]
            : throw new OrleansException(
                $"{grainClass}: the parameter '{parameter.Name}' is marked with [PersistentState], and so must be an IPersistentState<T>.");
}

using System.Reflection;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Calls;

/// <summary>One method of a grain interface: how it is called, and how a call of it is read from the wire.</summary>
internal abstract class GrainMethod
{
    private readonly bool[] _shared;
    private readonly Arguments.Reader _readArguments;

    protected GrainMethod(Type grainInterface, MethodInfo method)
    {
        var parameters = method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).ToArray();
        Interface = grainInterface;
        Info = method;
        ArgumentTypes = [.. parameters.Select(parameter => parameter.ParameterType)];
        Id = StableHash.Of($"{grainInterface.FullName}.{method}");
        TakesToken = parameters.Length < method.GetParameters().Length;
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        SpanName = $"{grainInterface.Name}/{method.Name}";
        _readArguments = Arguments.ReaderFor(ArgumentTypes);
        _shared = [.. parameters.Select(parameter => parameter.IsDefined(typeof(ImmutableAttribute)))];
    }

    public Type Interface { get; }

    public MethodInfo Info { get; }

    public Type[] ArgumentTypes { get; }

    /// <summary>The same in every process that has the same interface.</summary>
    public ulong Id { get; }

    public bool TakesToken { get; }

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; protected init; }

    public string SpanName { get; }

    public override string ToString() => $"{Interface.Name}.{Info.Name}";

    public T Copy<T>(int index, T value) => _shared[index] ? value : CodecOf<T>.Instance.Copy(value);

    public abstract Call CreateCall(GrainId target, Arguments arguments);

    public virtual Arguments ReadArguments(ref WireReader reader) => _readArguments(ref reader);
}

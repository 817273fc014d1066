using System.Reflection;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded.Calls;

/// <summary>One method of a grain interface: what its attributes say, and what becomes of its arguments on their way.</summary>
internal abstract class GrainMethod
{
    private readonly ValueCodec[] _codecs;
    private readonly int[] _copied;
    private readonly int _token;

    /// <param name="method">As its interface declares it.</param>
    /// <param name="added">The types of what the runtime itself adds to the arguments.</param>
    protected GrainMethod(MethodInfo method, params Type[] added)
    {
        var parameters = method.GetParameters();
        Type[] types = [.. parameters.Select(parameter => parameter.ParameterType), .. added];
        _codecs = [.. types.Select(ValueCodec.For)];
        _token = Array.IndexOf(types, typeof(CancellationToken));
        _copied =
        [
            .. Enumerable.Range(0, parameters.Length).Where(i =>
                i != _token && !parameters[i].IsDefined(typeof(ImmutableAttribute)) && !Sharing.IsShared(types[i])),
        ];
        Interface = method.DeclaringType!; // Methods of interfaces have one.
        Name = method.Name;
        Id = StableHash.Of($"{Interface.FullName}.{method}");
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
    }

    public Type Interface { get; }

    public string Name { get; }

    /// <summary>The same in every process that has the same interface.</summary>
    public ulong Id { get; }

    public bool TakesToken => _token >= 0;

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; protected init; }

    /// <summary>How long a caller waits for an answer; null where the runtime's own limit holds.</summary>
    public TimeSpan? ResponseTimeout { get; }

    public override string ToString() => $"{Interface.Name}/{Name}";

    /// <summary>What the caller gets when it calls this method of a reference.</summary>
    public abstract object Invoke(CallRouter router, GrainId target, object?[] arguments);

    /// <summary>The call that came from <paramref name="origin"/> over a wire.</summary>
    public abstract Call Receive(GrainId target, RequestHeader header, object?[] arguments, ICallOrigin? origin, long originId);

    /// <summary>Takes the caller's cancellation token from among the arguments: it does not travel, its cancellation does.</summary>
    public CancellationToken TakeToken(object?[] arguments)
    {
        var token = TakesToken ? (CancellationToken)arguments[_token]! : default; // Its type is no class.
        SetToken(arguments, null);
        return token;
    }

    public void SetToken(object?[] arguments, CancellationToken? token)
    {
        if (TakesToken)
        {
            arguments[_token] = token;
        }
    }

    /// <summary>Replaces whatever the caller could still change.</summary>
    public void Own(object?[] arguments)
    {
        foreach (var i in _copied)
        {
            if (arguments[i] is { } argument)
            {
                arguments[i] = _codecs[i].CopyObject(argument);
            }
        }
    }

    public void WriteArguments(WireWriter writer, object?[] arguments)
    {
        for (var i = 0; i < _codecs.Length; i++)
        {
            var argument = arguments[i];
            writer.WriteByte(argument is null ? (byte)0 : (byte)1);
            if (argument is not null)
            {
                _codecs[i].WriteObject(writer, argument);
            }
        }
    }

    public object?[] ReadArguments(ref WireReader reader)
    {
        var arguments = new object?[_codecs.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = reader.ReadByte() == 0 ? null : _codecs[i].ReadObject(ref reader);
        }

        return arguments;
    }
}

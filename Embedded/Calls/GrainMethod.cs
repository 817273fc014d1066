using System.Reflection;
using System.Text.Json;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Calls;

/// <summary>One method of a grain interface: what its attributes say, and what becomes of its arguments on their way.</summary>
internal abstract class GrainMethod
{
    private readonly Type[] _types;
    private readonly bool[] _shared;
    private readonly int _token;

    /// <param name="method">As its interface declares it.</param>
    /// <param name="added">The types of what the runtime itself adds to the arguments.</param>
    protected GrainMethod(MethodInfo method, params Type[] added)
    {
        var parameters = method.GetParameters();
        _types = [.. parameters.Select(parameter => parameter.ParameterType), .. added];
        _token = Array.IndexOf(_types, typeof(CancellationToken));
        _shared = [.. parameters.Select(parameter => parameter.IsDefined(typeof(ImmutableAttribute)) || Sharing.IsShared(parameter.ParameterType)), .. added.Select(_ => true)];
        Interface = method.DeclaringType!; // Methods of interfaces have one.
        Name = method.Name;
        Id = StableHash.Of($"{Interface.FullName}.{method}");
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
    }

    public Type Interface { get; }

    public string Name { get; }

    /// <summary>The same in every process that has the same interface.</summary>
    public ulong Id { get; }

    public bool TakesToken => _token >= 0;

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; protected init; }

    public override string ToString() => $"{Interface.Name}/{Name}";

    /// <summary>What the caller gets when it calls this method of a reference.</summary>
    public abstract object Invoke(CallRouter router, GrainId target, object?[] arguments);

    /// <summary>The call that came from <paramref name="origin"/> over a wire.</summary>
    public abstract Call Receive(RequestHeader header, object?[] arguments, ICallOrigin? origin, long originId);

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
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!_shared[i] && arguments[i] is { } argument)
            {
                arguments[i] = GrainJson.Copy(argument, _types[i]);
            }
        }
    }

    public void WriteArguments(Utf8JsonWriter writer, object?[] arguments)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (arguments[i] is { } argument)
            {
                JsonSerializer.Serialize(writer, argument, _types[i], GrainJson.Options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    public object?[] ReadArguments(IEnumerable<JsonElement> values) =>
        [.. values.Zip(_types, (value, type) => value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(type, GrainJson.Options))];
}

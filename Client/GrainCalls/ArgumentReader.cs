using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interleave.Client.GrainCalls;

/// <summary>Reads arguments as JSON of the types that a method takes.</summary>
internal static class ArgumentReader
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Whether the method takes so many values; tokens are given by the run, and what has a default may be left out.</summary>
    public static bool Takes(MethodInfo method, IReadOnlyList<ArgumentText> given)
    {
        List<ParameterInfo> asked = [.. method.GetParameters().Where(parameter => !IsToken(parameter))];
        return given.Count <= asked.Count
            && asked.Skip(given.Count).All(parameter => parameter.HasDefaultValue)
            && given.Zip(asked).All(pair => pair.First.Type is not { } type || IsCalled(pair.Second.ParameterType, type));
    }

    /// <summary>A value for every parameter, null for the token among them; or null, and a line in <paramref name="faults"/> for each that is wrong.</summary>
    public static IReadOnlyList<object?>? Read(MethodInfo method, IReadOnlyList<ArgumentText> given, Faults faults)
    {
        var before = faults.Count;
        var values = new List<object?>();
        var next = 0;
        foreach (var parameter in method.GetParameters())
        {
            values.Add(IsToken(parameter) ? null : next < given.Count ? Read(method, parameter, given[next++].Json, faults) : parameter.DefaultValue);
        }

        return faults.Count == before ? values : null;
    }

    public static bool IsToken(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    private static bool IsCalled(Type type, string name) => MethodSignature.NameOf(type) == name || type.Name == name || type.FullName == name;

    private static object? Read(MethodInfo method, ParameterInfo parameter, string json, Faults faults)
    {
        var isNullAllowed = !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.NotNull;
        try
        {
            var value = JsonSerializer.Deserialize(json, parameter.ParameterType, Json);
            return value is not null || isNullAllowed || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                ? value
                : Refuse("null is not allowed");
        }
        catch (JsonException exception)
        {
            // What follows the place within the text tells a reader of one line nothing.
            return Refuse(exception.Message.Split(" Path: ")[0].TrimEnd('.'));
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return Refuse($"values of this type cannot be written as JSON ({exception.Message.Split('.')[0]})");
        }

        object? Refuse(string why) => faults.Refuse<object>(
            $"'{json}' in --call is no {MethodSignature.NameOf(parameter.ParameterType)}, " +
                $"which {MethodSignature.Of(method)} takes as '{parameter.Name}': {why}.");
    }
}

using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>A grain's method as people write it.</summary>
internal static class MethodSignature
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(MethodInfo method) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(Of))})";

    public static string NameOf(Type type) => type switch
    {
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        _ when Nullable.GetUnderlyingType(type) is { } value => $"{NameOf(value)}?",
        { IsArray: true } => $"{NameOf(type.GetElementType()!)}[]",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select(NameOf))}>",
        _ => type.Name,
    };

    private static string Of(ParameterInfo parameter) => $"{NameOf(parameter.ParameterType)} {parameter.Name}";
}

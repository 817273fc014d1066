using System.Collections.Immutable;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded;

/// <summary>Values that travel with every call made from here on, and with the calls that those make.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Flowing = new();

    internal static ImmutableDictionary<string, object>? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public static object? Get(string key) => Current?.GetValueOrDefault(key);

    public static void Set(string key, object value) => Current = (Current ?? ImmutableDictionary<string, object>.Empty).SetItem(key, value);

    public static bool Remove(string key)
    {
        var had = Current?.ContainsKey(key) ?? false;
        Current = Current?.Remove(key);
        return had;
    }

    public static void Clear() => Current = null;

    /// <summary>The same values, such that nobody else can change them.</summary>
    internal static ImmutableDictionary<string, object>? Own(ImmutableDictionary<string, object>? values) =>
        values is null || values.Values.All(value => Sharing.IsShared(value.GetType()))
            ? values
            : (ImmutableDictionary<string, object>?)GrainJson.Copy(values, typeof(ImmutableDictionary<string, object>));
}

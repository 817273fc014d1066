using System.Collections.Immutable;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded;

/// <summary>Values that travel with every call made from here on, and with the calls that those make.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Flowing = new();

    private const string CallChain = "interleave.call-chain";

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

    /// <summary>Lets calls that this grain's own calls lead to come back to it while it awaits them, until the result is disposed of.</summary>
    public static CallChainReentrancy AllowCallChainReentrancy()
    {
        var before = Current;
        var chain = CallChainOf(before);
        if (chain is null)
        {
            chain = Guid.NewGuid();
            Set(CallChain, chain);
        }

        return new CallChainReentrancy(Activation.Current, chain.Value, before);
    }

    internal static Guid? CallChainOf(ImmutableDictionary<string, object>? values) => values?.GetValueOrDefault(CallChain) as Guid?;

    /// <summary>The same values, such that nobody else can change them.</summary>
    internal static ImmutableDictionary<string, object>? Own(ImmutableDictionary<string, object>? values) =>
        values is null || values.Values.All(value => Sharing.IsShared(value.GetType()))
            ? values
            : ValueCodec.For<ImmutableDictionary<string, object>>().Copy(values);
}

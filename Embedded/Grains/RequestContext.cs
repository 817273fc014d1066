using System.Collections.Immutable;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded;

/// <summary>Values that travel with every call made from here on, and with the calls that those make.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<CallContext?> Flowing = new();

    public static IEnumerable<string> Keys => Current?.Values.Keys ?? [];

    public static IEnumerable<KeyValuePair<string, object>> Entries => Current?.Values ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>Names the call chain that may come back to a grain which waits for it; empty where that is not allowed.</summary>
    public static Guid ReentrancyId
    {
        get => Current?.ReentrancyId ?? Guid.Empty;
        internal set => Current = new CallContext(Values, value).OrNull();
    }

    internal static CallContext? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    private static ImmutableDictionary<string, object> Values => Current?.Values ?? ImmutableDictionary<string, object>.Empty;

    public static object? Get(string key) => Values.GetValueOrDefault(key);

    public static void Set(string key, object value) => Current = new CallContext(Values.SetItem(key, value), ReentrancyId);

    public static bool Remove(string key)
    {
        var had = Values.ContainsKey(key);
        Current = new CallContext(Values.Remove(key), ReentrancyId).OrNull();
        return had;
    }

    public static void Clear() => Current = null;

    /// <summary>Until disposed, calls made from here may call back into this grain though it waits for them.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var chain = ReentrancyId == Guid.Empty ? Guid.NewGuid() : ReentrancyId;
        return new ReentrancySection(chain, Activation.Current);
    }

    public static ReentrancySection SuppressCallChainReentrancy() => new(Guid.Empty, null);
}

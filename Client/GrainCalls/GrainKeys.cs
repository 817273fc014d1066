using System.Reflection;
using System.Text.Json;

namespace Interleave.Client.GrainCalls;

/// <summary>The keys that grains of an interface have, and the way from a key to its grain.</summary>
internal sealed class GrainKeys
{
    private static readonly (Type Marker, string Kind, Func<string, object> Read, Func<int, object> Number, string Getter)[] Kinds =
    [
        (typeof(IGrainWithIntegerKey), "an integer", json => JsonSerializer.Deserialize<long>(json), number => (long)number, nameof(ByInteger)),
        (typeof(IGrainWithStringKey), "a string", ReadText, number => FormattableString.Invariant($"{number}"), nameof(ByText)),
        (typeof(IGrainWithGuidKey), "a GUID", json => JsonSerializer.Deserialize<Guid>(json), number => GuidOf(number), nameof(ByGuid)),
    ];

    private readonly Func<int, object> _keyOf;
    private readonly Func<IGrainFactory, object, object> _get;

    private GrainKeys(Func<int, object> keyOf, Func<IGrainFactory, object, object> get, bool areMany) => (_keyOf, _get, AreMany) = (keyOf, get, areMany);

    /// <summary>Whether there is a key for every number, and not one for all.</summary>
    public bool AreMany { get; }

    /// <param name="given">One key for all, as JSON; null for one of every number.</param>
    public static GrainKeys? Read(Type grain, string? given, Faults faults)
    {
        if (Kinds.FirstOrDefault(kind => grain.IsAssignableTo(kind.Marker)) is not { Marker: not null } found)
        {
            return faults.Refuse<GrainKeys>($"{grain.Name} has a key of several parts: allowed are grains with an integer, a string or a GUID as their key.");
        }

        var get = typeof(GrainKeys).GetMethod(found.Getter, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(grain).CreateDelegate<Func<IGrainFactory, object, object>>();
        if (given is null)
        {
            return new GrainKeys(found.Number, get, areMany: true);
        }

        try
        {
            var key = found.Read(given);
            return new GrainKeys(_ => key, get, areMany: false);
        }
        catch (JsonException)
        {
            return faults.Refuse<GrainKeys>(
                $"'{given}' in --call is no key of {grain.Name}: write {GrainCallText.Placeholder} for one key after the other, or {found.Kind} as JSON.");
        }
    }

    /// <summary>The way to the grain of a number; no call is made for it.</summary>
    public object GrainOf(int number, IGrainFactory grains) => _get(grains, _keyOf(number));

    private static string ReadText(string json) => JsonSerializer.Deserialize<string>(json) is { Length: > 0 } text ? text : throw new JsonException();

    private static Guid GuidOf(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static object ByInteger<TGrain>(IGrainFactory grains, object key)
        where TGrain : IGrainWithIntegerKey => grains.GetGrain<TGrain>((long)key);

    private static object ByText<TGrain>(IGrainFactory grains, object key)
        where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>((string)key);

    private static object ByGuid<TGrain>(IGrainFactory grains, object key)
        where TGrain : IGrainWithGuidKey => grains.GetGrain<TGrain>((Guid)key);
}

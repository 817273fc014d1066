using System.Globalization;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded;

/// <summary>Keys of grains and of references to them.</summary>
public static class GrainExtensions
{
    public static string GetPrimaryKeyString(this IAddressable grain) => IdOf(grain).Key;

    public static long GetPrimaryKeyLong(this IAddressable grain) => long.Parse(IdOf(grain).Key, CultureInfo.InvariantCulture);

    public static Guid GetPrimaryKey(this IAddressable grain) => Guid.Parse(IdOf(grain).Key);

    private static GrainId IdOf(IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        Grain activated => activated.Activation.GrainId,
        _ => throw new ArgumentException($"{grain?.GetType().Name ?? "null"} is neither a grain nor a reference to one.", nameof(grain)),
    };
}

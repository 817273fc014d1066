using System.Globalization;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded;

/// <summary>Keys of grains and references, and references from grains.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => ReferenceTo(grain).GrainId;

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key;

    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.TryParse(grain.GetGrainId().Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new InvalidOperationException($"{grain.GetGrainId()} has no whole number as its key.");

    public static Guid GetPrimaryKey(this IAddressable grain) =>
        Guid.TryParseExact(grain.GetGrainId().Key, "N", out var key)
            ? key
            : throw new InvalidOperationException($"{grain.GetGrainId()} has no GUID as its key.");

    /// <summary>A reference to a grain by one of its interfaces: what a grain hands out in place of itself.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        var reference = ReferenceTo(grain);
        return reference is TGrainInterface same ? same : (TGrainInterface)(object)GrainProxy.Create(typeof(TGrainInterface), reference.GrainId, reference.Router);
    }

    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    private static GrainReference ReferenceTo(IAddressable grain) => grain switch
    {
        GrainReference reference => reference,
        IGrainBase activated => activated.GrainContext.GrainReference,
        _ => throw new ArgumentException($"{grain?.GetType().Name ?? "null"} is neither a grain nor a reference to one.", nameof(grain)),
    };
}

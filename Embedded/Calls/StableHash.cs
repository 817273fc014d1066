namespace Interleave.Embedded.Calls;

/// <summary>A hash that is the same in every process, and spreads similar texts evenly.</summary>
/// <remarks>FNV-1a over the characters (Fowler, Noll, Vo), then the finalizer of MurmurHash3 (Appleby), by which every character reaches every bit.</remarks>
internal static class StableHash
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    public static ulong Of(string text) => Mix(Add(Offset, text));

    /// <summary>The hash of a grain: of its class, a slash and its key.</summary>
    public static ulong Of(string type, string key) => Mix(Add(Add(Add(Offset, type), "/"), key));

    private static ulong Add(ulong hash, string text)
    {
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}

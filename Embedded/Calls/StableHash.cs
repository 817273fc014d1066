namespace Interleave.Embedded.Calls;

/// <summary>A hash that is the same in every process.</summary>
/// <remarks>FNV-1a over UTF-16 units, then the finalizer of MurmurHash3, as FNV alone leaves similar texts near each other.</remarks>
internal static class StableHash
{
    public static ulong Of(string text) => Finish(Add(14695981039346656037, text));

    public static ulong Of(GrainId id) => Finish(Add(Add(14695981039346656037, id.Type), id.Key));

    private static ulong Add(ulong hash, string text)
    {
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return hash;
    }

    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}

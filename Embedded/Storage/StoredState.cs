namespace Interleave.Embedded.Storage;

/// <summary>What a file holds of one grain's state.</summary>
/// <param name="Version">Counts the changes, clearing included; zero where nothing was ever stored.</param>
/// <param name="Content">Null where nothing was ever stored, or it was cleared.</param>
internal sealed record StoredState(long Version, byte[]? Content)
{
    public static StoredState Nothing { get; } = new(0, null);
}

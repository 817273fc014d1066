namespace Interleave.Embedded.Storage;

/// <summary>The stored version is not the one that a change was made from.</summary>
internal sealed class StaleStateException(string record, long stored, long known)
    : IOException($"{record} was changed by somebody else: version {stored} is stored, and this change was made from version {known}.")
{
    public long Stored => stored;

    public long Known => known;
}

namespace Interleave.Embedded;

/// <summary>
/// A write was refused, because the stored record is not the one that this activation knows; the activation ends, and the next one reads what is stored.
/// </summary>
[GenerateSerializer]
public sealed class InconsistentStateException(string message, string storedEtag, string currentEtag, Exception? innerException = null)
    : OrleansException(message, innerException)
{
    [Id(0)]
    public string StoredEtag { get; } = storedEtag;

    [Id(1)]
    public string CurrentEtag { get; } = currentEtag;
}

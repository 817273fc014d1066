namespace Interleave.Grains.Work;

/// <summary>
/// Numbers that follow from each other, so that a producer must remember where it was, and a consumer can tell a lost, doubled or misplaced one.
/// </summary>
public sealed class ItemSequence
{
    private const ulong First = 88172645463325252;

    private ulong _state = First;

    /// <remarks>Marsaglia's xorshift, which repeats itself after 2^64 - 1 numbers only.</remarks>
    public long Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (long)_state;
    }
}

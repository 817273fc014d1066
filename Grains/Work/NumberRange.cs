namespace Interleave.Grains.Work;

/// <summary>The whole numbers from <paramref name="From"/> up to, but without, <paramref name="To"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record NumberRange(uint From, uint To)
{
    public long Length => To - From;

    /// <summary>One of <paramref name="parts"/> neighbouring ranges that cover this one, of lengths that differ by one at most.</summary>
    public NumberRange Part(long number, long parts) => new(Border(number, parts), Border(number + 1, parts));

    private uint Border(long number, long parts) => (uint)(From + (Length * number / parts));
}

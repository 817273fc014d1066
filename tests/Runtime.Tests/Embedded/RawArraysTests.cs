using Interleave.Embedded.Serialization;

namespace Runtime.Tests.Embedded;

public sealed class RawArraysTests
{
    [Fact]
    public void A_message_that_is_written_within_another_one_leaves_that_one_as_it_was()
    {
        var (outer, inner) = (new WireWriter(), new WireWriter());
        using (RawArrays.WriteTo(outer))
        {
            using (RawArrays.WriteTo(inner))
            {
                RawArrays.Write<byte>([1, 2, 3]);
            }

            RawArrays.Write<byte>([4, 5, 6]);
        }

        Assert.False(RawArrays.CanWrite);
        Assert.Equal([4, 1, 2, 3], inner.Written.ToArray());
        Assert.Equal([4, 4, 5, 6], outer.Written.ToArray());
    }
}

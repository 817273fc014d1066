using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Runtime.Tests.Embedded;

public sealed class ValueCodecTests
{
    [Theory]
    [MemberData(nameof(GrainJsonTests.Values), MemberType = typeof(GrainJsonTests))]
    public void A_value_reads_as_it_was_written_however_its_bytes_are_split(object value)
    {
        var codec = ValueCodec.For(value.GetType());
        var bytes = Written(codec, value);

        foreach (var pieces in new[] { bytes.Length, 1, 3 })
        {
            var reader = new WireReader(Split(bytes, pieces));
            var received = codec.ReadObject(ref reader);
            Assert.Equal(bytes, Written(codec, received));
            Assert.Equal(0, reader.Rest.Length);
        }
    }

    [Fact]
    public void An_array_of_bytes_takes_its_bytes_and_a_few_more_wherever_it_stands()
    {
        var image = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray();

        Assert.InRange(Written(ValueCodec.For<byte[]>(), image).Length, image.Length, image.Length + 10);
        Assert.InRange(
            Written(ValueCodec.For<Samples.Picture>(), new Samples.Picture("p", image, [.. image])).Length, 9 * image.Length, (9 * image.Length) + 200);
    }

    [Fact]
    public void A_message_with_arrays_comes_out_as_it_went_in_and_shares_none_of_them()
    {
        var picture = new Samples.Picture("p", [1, 2, 255], [double.NaN, 1.5]) { Frames = [[1, 2], [], null], More = new Samples.Picture("q", [], default) };

        var copy = ValueCodec.For<Samples.Picture>().Copy(picture);
        picture.Pixels[0] = 7;

        Assert.Equal([1, 2, 255], copy.Pixels);
        Assert.Equal([double.NaN, 1.5], copy.Scale.AsEnumerable());
        Assert.Equal<short[]?>([[1, 2], [], null], copy.Frames);
        Assert.Empty(copy.More!.Pixels);
        Assert.True(copy.More.Scale.IsDefault);
    }

    [Fact]
    public void An_array_that_is_an_argument_is_copied_without_JSON()
    {
        var codec = ValueCodec.For<DateTime[]>();
        var original = new[] { DateTime.UnixEpoch };

        var copy = codec.Copy(original);

        Assert.NotSame(original, copy);
        Assert.Equal(original, copy);
        Assert.DoesNotContain("1970", Encoding.UTF8.GetString(Written(codec, original)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GrainJsonTests.Values), MemberType = typeof(GrainJsonTests))]
    public void Bytes_that_end_too_soon_are_refused(object value)
    {
        var codec = ValueCodec.For(value.GetType());
        var bytes = Written(codec, value);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.ThrowsAny<Exception>(() =>
            {
                var reader = new WireReader(new ReadOnlySequence<byte>(bytes, 0, length));
                codec.ReadObject(ref reader);
            });
        }
    }

    [Fact]
    public void An_array_that_claims_to_be_longer_than_its_message_reserves_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new WireReader(new ReadOnlySequence<byte>([0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 2, 3]));
            ValueCodec.For<long[]>().Read(ref reader);
        });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static byte[] Written(ValueCodec codec, object? value)
    {
        var writer = new WireWriter();
        codec.WriteObject(writer, value);
        return writer.Written.ToArray();
    }

    private static ReadOnlySequence<byte> Split(byte[] bytes, int length)
    {
        Segment? first = null, last = null;
        foreach (var part in bytes.Chunk(Math.Max(length, 1)))
        {
            last = new Segment(part, last);
            first ??= last;
        }

        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}

using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Interleave.Embedded.Serialization;

namespace Runtime.Tests.Embedded;

public sealed class CodecTests
{
    public static TheoryData<object> Values => new()
    {
        1, -1L, 1.5, double.NaN, 'x', true, byte.MaxValue, 79228162514264337593543950335m, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        DateTime.UnixEpoch, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromTicks(7), Samples.Colour.Green,
        "", "grüße 🙂", new byte[] { 1, 2, 3 }, new[] { 1.5, 2.5 }, new[] { "a", null, "" }, Array.Empty<int>(), new int[][] { [1], [], [2, 3] },
        new List<int> { 3, 1 }, new HashSet<string> { "b", "a" }, new Dictionary<string, List<int>> { ["a"] = [1], ["b"] = [] },
        ImmutableArray.Create("x", "y"), (1, "two", (3.0, new[] { 4 })), Tuple.Create(1, "two"), KeyValuePair.Create("k", 1),
        new Uri("http://127.0.0.1/x?y"), new Version(1, 2, 3), IPAddress.Parse("127.0.0.1"), new IPEndPoint(IPAddress.IPv6Loopback, 80),
        new Samples.Circle(2), new Samples.Point(1, null), new Samples.Reading([1, 2]), new Samples.Sealed("t", Guid.Empty),
        new Samples.Group([new Samples.Circle(1), new Samples.Group([], null)], new Samples.Group([], null)) { Marks = { ["m"] = [1, 2] } },
        new Samples.Account(12.5m) { Owner = "Ada" }, new Samples.Account(0),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_out_as_it_went_in(object value)
    {
        var received = RoundTrip(value);

        Assert.IsType(value.GetType(), received);
        Assert.Equal(Text(value), Text(received));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_copy_equals_its_original(object value) => Assert.Equal(Text(value), Text(Copy(value)));

    [Fact]
    public void What_the_caller_changes_after_a_call_does_not_change_what_the_grain_got()
    {
        var part = new int[] { 1 };
        var original = new Samples.Group([new Samples.Circle(1)], null) { Marks = { ["m"] = part } };

        var copy = Copy(original);
        original.Parts.Clear();
        part[0] = 2;

        Assert.Single(copy.Parts);
        Assert.Equal(1, copy.Marks["m"][0]);
    }

    [Fact]
    public void What_nobody_can_change_is_not_copied()
    {
        var immutable = new Samples.Reading([1]);
        var unchangeable = new Samples.Sealed("t", Guid.Empty);

        Assert.Same(immutable, Copy(immutable));
        Assert.Same(unchangeable, Copy(unchangeable));
        Assert.Same("text", Copy("text"));
    }

    [Fact]
    public void Members_without_a_number_stay_behind()
    {
        var received = RoundTrip(new Samples.Group([], null) { NotSent = 5 });

        Assert.Equal(0, received.NotSent);
    }

    [Fact]
    public void A_type_that_is_not_marked_is_refused_by_name()
    {
        var fault = Assert.Throws<CodecNotFoundException>(() => Copy<object>(new Samples.Unmarked(1)));

        Assert.Contains(nameof(Samples.Unmarked), fault.Message, StringComparison.Ordinal);
        Assert.Contains("[GenerateSerializer]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_within_itself_is_an_error_and_not_the_end_of_the_process()
    {
        var loop = new Samples.Loop();
        loop.Next = loop;

        Assert.Throws<InsufficientExecutionStackException>(() => Copy(loop));
        Assert.Throws<InsufficientExecutionStackException>(() => RoundTrip(loop));
    }

    [Fact]
    public void An_exception_keeps_type_message_members_cause_and_where_it_was_thrown()
    {
        var thrown = Catch(() => throw new Samples.OverdrawnException(3.5m));
        var wrapped = new InvalidOperationException("outer", thrown);

        var received = RoundTrip<Exception>(wrapped);

        Assert.Equal("outer", Assert.IsType<InvalidOperationException>(received).Message);
        var inner = Assert.IsType<Samples.OverdrawnException>(received.InnerException);
        Assert.Equal("3.5 is missing", inner.Message);
        Assert.Equal(3.5m, inner.Missing);
        Assert.Contains(nameof(An_exception_keeps_type_message_members_cause_and_where_it_was_thrown), inner.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_value_is_told_and_not_read_beyond()
    {
        var writer = new WireWriter();
        CodecOf<object>.Instance.Write(writer, new Samples.Account(1) { Owner = "Ada" });
        for (var length = 0; length < writer.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() =>
            {
                var reader = new WireReader(writer.WrittenMemory.Span[..length], null!);
                return CodecOf<object>.Instance.Read(ref reader);
            });
        }
    }

    private static T RoundTrip<T>(T value)
        where T : notnull
    {
        var writer = new WireWriter();
        CodecOf<T>.Instance.Write(writer, value);
        var reader = new WireReader(writer.WrittenMemory.Span, null!); // No value here refers to a grain.
        var received = CodecOf<T>.Instance.Read(ref reader);
        Assert.Equal(0, reader.Rest.Length);
        return received;
    }

    private static T Copy<T>(T value)
        where T : notnull => CodecOf<T>.Instance.IsShared ? value : CodecOf<T>.Instance.Copy(value);

    private static string Text(object? value) => value is double number && double.IsNaN(number)
        ? "NaN"
        : JsonSerializer.Serialize<object?>(value is IPEndPoint or IPAddress ? value.ToString() : value, JsonOptions) + value?.GetType();

    private static readonly JsonSerializerOptions JsonOptions = new() { IncludeFields = true };

    private static Exception Catch(Action action) => Record.Exception(action)!;
}

using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Runtime.Tests.Embedded;

public sealed class GrainJsonTests
{
    public static TheoryData<object> Values => new()
    {
        1, -1L, 1.5, double.NaN, 'x', true, byte.MaxValue, 79228162514264337593543950335m, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        DateTime.UnixEpoch, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromTicks(7), Samples.Colour.Green,
        "", "grüße 🙂", new byte[] { 1, 2, 3 }, new[] { 1.5, 2.5 }, new[] { "a", null, "" }, Array.Empty<int>(), new int[][] { [1], [], [2, 3] },
        new List<int> { 3, 1 }, new HashSet<string> { "b", "a" }, new Dictionary<string, List<int>> { ["a"] = [1], ["b"] = [] },
        ImmutableArray.Create("x", "y"), (1, "two", (3.0, new[] { 4 })), Tuple.Create(1, "two"),
        new Dictionary<SiloAddress, int> { [new SiloAddress(IPEndPoint.Parse("127.0.0.1:5"), 7)] = 1 }, new SiloAddress(IPEndPoint.Parse("127.0.0.1:5"), 7),
        new Uri("http://127.0.0.1/x?y"), new Version(1, 2, 3), new IPEndPoint(IPAddress.IPv6Loopback, 80),
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
    public void A_value_that_is_declared_as_object_comes_out_as_what_it_was(object value)
    {
        var received = Assert.IsType<object?[]>(ValueCodec.For<object?[]>().Copy([value, null]));

        Assert.IsType(value.GetType(), received[0]);
        Assert.Equal(Text(value), Text(received[0]));
        Assert.Null(received[1]);
    }

    [Fact]
    public void What_the_caller_changes_after_a_call_does_not_change_what_the_grain_got()
    {
        var part = new int[] { 1 };
        var original = new Samples.Group([new Samples.Circle(1)], null) { Marks = { ["m"] = part } };

        var copy = RoundTrip(original);
        original.Parts.Clear();
        part[0] = 2;

        Assert.Single(copy.Parts);
        Assert.Equal(1, copy.Marks["m"][0]);
    }

    [Fact]
    public void What_nobody_can_change_is_not_copied()
    {
        Type[] shared =
        [
            typeof(string), typeof(int?), typeof(Guid), typeof(DateTimeOffset), typeof((int, string)), typeof(ImmutableArray<string>), typeof(Samples.Reading),
            typeof(Samples.Sealed),
        ];
        Type[] copied =
        [
            typeof(int[]), typeof(List<int>), typeof(object), typeof((int, int[])), typeof(ImmutableArray<int[]>), typeof(Samples.Group), typeof(Samples.Shape),
            typeof(Samples.Account),
        ];

        Assert.All(shared, type => Assert.True(Sharing.IsShared(type), type.ToString()));
        Assert.All(copied, type => Assert.False(Sharing.IsShared(type), type.ToString()));
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
        var fault = Assert.Throws<NotSupportedException>(() => RoundTrip(new Samples.Unmarked(1)));

        Assert.Contains(nameof(Samples.Unmarked), fault.Message, StringComparison.Ordinal);
        Assert.Contains("[GenerateSerializer]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_a_derived_type_that_is_not_marked_is_refused_rather_than_cut()
    {
        var fault = Assert.Throws<NotSupportedException>(() => RoundTrip(new List<Samples.Shape> { new Samples.Unnamed() }));

        Assert.Contains(nameof(Samples.Unnamed), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_type_travels_by_its_alias() =>
        Assert.Contains("\"ring\"", JsonSerializer.Serialize<Samples.Shape>(new Samples.Circle(1), GrainJson.Options), StringComparison.Ordinal);

    [Fact]
    public void A_value_within_itself_is_an_error_and_not_the_end_of_the_process()
    {
        var loop = new Samples.Loop();
        loop.Next = loop;

        Assert.Throws<JsonException>(() => RoundTrip(loop));
    }

    [Fact]
    public void An_exception_keeps_type_message_members_cause_and_where_it_was_thrown()
    {
        var thrown = Catch(() => throw new Samples.OverdrawnException(3.5m));
        var wrapped = new InvalidOperationException("outer", thrown);

        var received = RoundTrip(CarriedException.Of(wrapped)).Restore();

        Assert.Equal("outer", Assert.IsType<InvalidOperationException>(received).Message);
        var inner = Assert.IsType<Samples.OverdrawnException>(received.InnerException);
        Assert.Equal("3.5 is missing", inner.Message);
        Assert.Equal(3.5m, inner.Missing);
        Assert.Contains(nameof(An_exception_keeps_type_message_members_cause_and_where_it_was_thrown), inner.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_of_a_grain_keeps_its_cause()
    {
        var received = RoundTrip(CarriedException.Of(new Samples.FailedException(new FormatException("the reason")))).Restore();

        Assert.Equal("the reason", Assert.IsType<FormatException>(Assert.IsType<Samples.FailedException>(received).InnerException).Message);
    }

    [Fact]
    public void An_exception_of_an_unknown_type_says_which_it_was()
    {
        var carried = CarriedException.Of(new InvalidOperationException("bad luck")) with { Type = "Elsewhere.UnknownException, Elsewhere" };

        var received = Assert.IsType<UnavailableExceptionFallbackException>(carried.Restore());

        Assert.Equal("Elsewhere.UnknownException, Elsewhere", received.ExceptionType);
        Assert.Contains("bad luck", received.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.Collections.Generic.List`1[System.IO.FileInfo]")]
    [InlineData("System.Collections.Generic.List`1[System.Int32, System.String]")]
    [InlineData("Interleave.Embedded.Runtime.Silo, Interleave.Embedded")]
    public void A_message_names_types_of_the_list_only(string name) =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<object>($$$"""{"{{{name}}}":{}}""", GrainJson.Options));

    [Fact]
    public void An_exception_of_a_grain_comes_back_without_its_constructor()
    {
        var carried = CarriedException.Of(new InvalidOperationException("told")) with { Type = typeof(Samples.LoudException).FullName! }; // A class has a name.

        Assert.Equal("told", Assert.IsType<Samples.LoudException>(carried.Restore()).Message);
    }

    [Fact]
    public void What_is_no_exception_is_not_made_of_an_exceptions_name()
    {
        var carried = CarriedException.Of(new InvalidOperationException("told")) with { Type = "System.IO.FileInfo" };

        Assert.IsType<UnavailableExceptionFallbackException>(carried.Restore());
    }

    private static T RoundTrip<T>(T value)
        where T : notnull => (T)ValueCodec.For(value.GetType()).CopyObject(value)!; // Nothing comes of a value but a value.

    private static string Text(object? value) => value is double number && double.IsNaN(number)
        ? "NaN"
        : JsonSerializer.Serialize<object?>(Printable(value), JsonOptions) + value?.GetType();

    private static object? Printable(object? value) => value switch
    {
        IPEndPoint or SiloAddress => value.ToString(),
        Dictionary<SiloAddress, int> counts => string.Join(" ", counts),
        _ => value,
    };

    private static readonly JsonSerializerOptions JsonOptions = new() { IncludeFields = true };

    private static Exception Catch(Action action) => Record.Exception(action)!;
}

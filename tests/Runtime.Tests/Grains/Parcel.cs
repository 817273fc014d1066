namespace Runtime.Tests.Grains;

/// <summary>A message with a member of every shape that messages are made of.</summary>
[GenerateSerializer]
public sealed record Parcel(
    [property: Id(0)] string Text,
    [property: Id(1)] int Whole = 0,
    [property: Id(2)] double Real = 0,
    [property: Id(3)] bool? Flag = null,
    [property: Id(4)] DayOfWeek Day = DayOfWeek.Sunday,
    [property: Id(5)] DateTimeOffset At = default,
    [property: Id(6)] TimeSpan Lasting = default,
    [property: Id(7)] Guid Id = default,
    [property: Id(8)] byte[]? Bytes = null,
    [property: Id(9)] Dictionary<string, int>? Counts = null,
    [property: Id(10)] List<string>? Words = null,
    [property: Id(11)] Parcel? Inside = null);

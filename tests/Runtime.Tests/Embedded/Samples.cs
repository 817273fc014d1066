using System.Collections.Immutable;

namespace Runtime.Tests.Embedded;

/// <summary>Types that travel, each in another way.</summary>
public static class Samples
{
    public enum Colour : byte
    {
        Red = 1,
        Green = 200,
    }

    [GenerateSerializer]
    public abstract record Shape([property: Id(0)] string Name);

    [GenerateSerializer, Alias("ring")]
    public sealed record Circle([property: Id(0)] double Radius) : Shape("circle");

    [GenerateSerializer]
    public sealed record Group([property: Id(0)] List<Shape> Parts, [property: Id(1)] Group? Inner) : Shape("group")
    {
        [Id(2)]
        public Dictionary<string, int[]> Marks { get; init; } = [];

        public int NotSent { get; set; }
    }

    [GenerateSerializer]
    public sealed class Account
    {
        [Id(1)]
        private readonly decimal _balance;

        [Id(0)]
        public string? Owner { get; set; }

        public Account(decimal balance) => _balance = balance;

        public decimal Balance => _balance;
    }

    [GenerateSerializer]
    public readonly record struct Point([property: Id(0)] int X, [property: Id(1)] int? Y);

    [GenerateSerializer, Immutable]
    public sealed record Reading([property: Id(0)] double[] Values);

    [GenerateSerializer]
    public sealed record Sealed([property: Id(0)] string Text, [property: Id(1)] Guid Id);

    [GenerateSerializer]
    public sealed record Picture([property: Id(0)] string Name, [property: Id(1)] byte[] Pixels, [property: Id(2)] ImmutableArray<double> Scale)
    {
        [Id(3)]
        public short[]?[] Frames { get; init; } = [];

        [Id(4)]
        public Picture? More { get; init; }
    }

    [GenerateSerializer]
    public sealed class Loop
    {
        [Id(0)]
        public Loop? Next { get; set; }
    }

    public sealed record Unmarked(int Value);

    public sealed record Unnamed() : Shape("unnamed");

    [GenerateSerializer]
    public sealed class OverdrawnException(decimal missing) : Exception($"{missing} is missing")
    {
        [Id(0)]
        public decimal Missing { get; } = missing;
    }

    [GenerateSerializer]
    public sealed class FailedException(Exception cause) : Exception("It failed.", cause);

    [GenerateSerializer]
    public sealed class UntoldException(Unmarked reason) : Exception("Nobody will know.")
    {
        [Id(0)]
        public Unmarked Reason { get; } = reason;
    }

    /// <summary>Would tell if its constructor ran.</summary>
    public sealed class LoudException : Exception
    {
        public LoudException(string message, Exception inner)
            : base(message, inner) => throw new NotSupportedException("A message must not run this.");
    }
}

namespace Interleave.Grains.Work;

/// <summary>Asks a PostgreSQL server to sleep for <paramref name="Delay"/>, and for a row that holds <paramref name="Number"/>.</summary>
/// <param name="Connection">How to reach the server; it may hold a password.</param>
[GenerateSerializer, Immutable]
public sealed record QueryRequest(string Connection, TimeSpan Delay, long Number) : IoRequest
{
    /// <summary>Whoever logs a message must not write down a password.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(QueryRequest)} {{ Delay = {Delay}, Number = {Number} }}");
}

namespace Interleave.Grains.Work;

/// <summary>Asks a PostgreSQL server to sleep for <paramref name="Delay"/>, and for a row that holds <paramref name="Number"/>.</summary>
/// <param name="Connection">How to reach the server; it may hold a password.</param>
[GenerateSerializer, Immutable]
public sealed record QueryRequest(string Connection, TimeSpan Delay, long Number) : IoRequest
{
    /// <summary>A message that is logged must not hold a password.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(QueryRequest)} {{ Delay = {Delay}, Number = {Number} }}");
}

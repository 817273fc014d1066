namespace Interleave.Client.Scenarios.Server;

/// <summary>Asks the visitors to enter, to send their messages, and to stay; without sessions, to leave.</summary>
internal sealed record VisitOrder(int Port, int Sessions, int Bytes, TimeSpan Every, TimeSpan Duration)
{
    public static VisitOrder Leave { get; } = new(0, 0, 0, TimeSpan.Zero, TimeSpan.Zero);
}

namespace Interleave.Client.Chaos;

/// <summary>One call that the client made.</summary>
/// <param name="Started">Seconds since the load began.</param>
/// <param name="Ended">Seconds since the load began.</param>
internal sealed record Call(double Started, double Ended, CallOutcome Outcome);

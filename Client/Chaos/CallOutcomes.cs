namespace Interleave.Client.Chaos;

/// <summary>Tells from an exception what became of the call.</summary>
internal static class CallOutcomes
{
    /// <remarks>Whatever is not certainly a refusal is unknown: silo unavailable is said of calls that had been sent, too.</remarks>
    public static CallOutcome Of(Exception exception) =>
        exception is OrleansMessageRejectionException and not SiloUnavailableException ? CallOutcome.Refused : CallOutcome.Unknown;
}

namespace Runtime.Tests.Grains;

/// <summary>Holds a call until it is let go, and keeps a journal of what ran when.</summary>
public interface IHoldGrain : IGrainWithStringKey
{
    Task Hold();

    /// <summary>As <see cref="Hold"/>, with a limit of its own for the caller's patience.</summary>
    [ResponseTimeout("00:00:00.3")]
    Task HoldForImpatientCallers();

    Task Touch();

    /// <summary>Returns as soon as a call is held.</summary>
    [AlwaysInterleave]
    Task Held();

    [AlwaysInterleave]
    Task LetGo();

    [AlwaysInterleave]
    Task<string[]> Journal();
}

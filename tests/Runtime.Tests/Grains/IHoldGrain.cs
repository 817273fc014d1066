namespace Runtime.Tests.Grains;

/// <summary>Holds a call until it is let go, and keeps a journal of what ran when.</summary>
public interface IHoldGrain : IGrainWithStringKey
{
    Task Hold();

    Task Touch();

    /// <summary>Returns as soon as a call is held.</summary>
    [AlwaysInterleave]
    Task Held();

    [AlwaysInterleave]
    Task LetGo();

    [AlwaysInterleave]
    Task<string[]> Journal();
}

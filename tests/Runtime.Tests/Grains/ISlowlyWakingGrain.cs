namespace Runtime.Tests.Grains;

/// <summary>Is active only when the ledger of its own key has an entry; otherwise as <see cref="IHoldGrain"/>.</summary>
public interface ISlowlyWakingGrain : IGrainWithStringKey
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

namespace Runtime.Tests.Grains;

/// <summary>Holds a call until it is let go, and notes which of those that wait run after it.</summary>
public interface IPatientGrain : IGrainWithStringKey
{
    /// <summary>Calls this grain itself just before it ends, without waiting for that call.</summary>
    Task HoldAndCallItself(string entry);

    Task Note(string entry, CancellationToken cancellationToken = default);

    /// <summary>Returns as soon as a call is held.</summary>
    [AlwaysInterleave]
    Task Held();

    [AlwaysInterleave]
    Task LetGo();

    [AlwaysInterleave]
    Task<string[]> Notes();
}

namespace Runtime.Tests.Grains;

/// <summary>As <see cref="IHoldGrain"/>, with no method declared to interleave: its class is.</summary>
public interface IReentrantHoldGrain : IGrainWithStringKey
{
    Task Hold();

    /// <summary>Returns as soon as a call is held.</summary>
    Task Held();

    Task Touch();

    Task LetGo();

    Task<string[]> Journal();
}

namespace Runtime.Tests.Grains;

/// <summary>Tells where it lives and what it remembers.</summary>
public interface IIdentityGrain : IGrainWithStringKey
{
    Task<Identity> WhoAreYou();

    Task<int> Remember(int more);

    /// <summary>Deactivates after this turn; <paramref name="ledger"/> hears of it.</summary>
    Task Leave(string ledger);
}

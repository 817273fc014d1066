namespace Runtime.Tests.Grains;

/// <summary>Keeps what it is told to in storage, and nowhere else.</summary>
public interface ISavingGrain : IGrainWithStringKey
{
    /// <returns>The total, which is stored when this returns.</returns>
    Task<int> Save(int more, string reason);

    /// <summary>Changes the total in memory, and does not store it.</summary>
    Task<int> Pretend(int more);

    /// <summary>Stores another total behind the back of this activation's own record.</summary>
    Task SaveBehind(int total);

    Task<Savings> Read();

    Task<bool> Exists();

    Task Clear();

    Task<Identity> WhoAreYou();

    /// <summary>Deactivates after this turn.</summary>
    Task Leave();
}

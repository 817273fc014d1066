namespace Runtime.Tests.Grains;

/// <summary>Where grains note what happened to them, for a test to wait for.</summary>
public interface ILedgerGrain : IGrainWithStringKey
{
    Task Write(string entry);

    /// <summary>Returns as soon as so many entries are there: all of them, in the order of their arrival.</summary>
    Task<string[]> Await(int entries);
}

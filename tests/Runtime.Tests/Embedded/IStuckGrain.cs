namespace Runtime.Tests.Embedded;

public interface IStuckGrain : IGrainWithStringKey
{
    /// <summary>Counted over the activations of its silo, from 1.</summary>
    Task<int> Life();

    Task Leave();
}

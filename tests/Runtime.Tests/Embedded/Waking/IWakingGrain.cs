namespace Runtime.Tests.Embedded.Waking;

/// <summary>Its first activation wakes up until it is asked to stop.</summary>
public interface IWakingGrain : IGrainWithStringKey
{
    Task<int> Life();
}

namespace Runtime.Tests.Embedded.Endings;

public interface IEndingGrain : IGrainWithStringKey
{
    /// <summary>Counted over the activations of its silo, from 1.</summary>
    Task<int> Life();

    Task Leave();

    /// <summary>Returns when the gate of this number opens.</summary>
    Task Hold(int gate);

    /// <summary>Returns when the callback of a timer has begun, which fails as soon as it is told to stop.</summary>
    Task RunTimerThatMustNotStop();
}

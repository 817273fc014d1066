namespace Interleave.Grains.Start;

public interface IFirstStepGrain : IGrainWithIntegerKey
{
    /// <returns>The timestamp of the monotonic clock, which all processes of a machine share.</returns>
    Task<long> Take();
}

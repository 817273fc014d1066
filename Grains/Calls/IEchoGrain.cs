namespace Interleave.Grains.Calls;

/// <summary>Does nothing but answer, so that a call to it costs what the runtime costs.</summary>
public interface IEchoGrain : IGrainWithIntegerKey
{
    Task<long> Echo(long value);
}

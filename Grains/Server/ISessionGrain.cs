namespace Interleave.Grains.Server;

public interface ISessionGrain : IGrainWithIntegerKey
{
    /// <summary>Is active from now on.</summary>
    Task Enter();

    Task<byte[]> Echo(byte[] message);

    /// <summary>Is active no longer than this.</summary>
    Task Leave();
}

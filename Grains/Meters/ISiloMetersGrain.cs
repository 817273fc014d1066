namespace Interleave.Grains.Meters;

/// <summary>What one silo's process has used, by its own word; the key is the silo's address as it writes itself.</summary>
public interface ISiloMetersGrain : IGrainWithStringKey
{
    /// <param name="forgetPeaks">Whether peaks are to be counted from now on.</param>
    /// <returns>One line of JSON.</returns>
    Task<string> Read(bool forgetPeaks);
}

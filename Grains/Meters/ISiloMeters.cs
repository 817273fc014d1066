namespace Interleave.Grains.Meters;

/// <summary>What a grain takes from the process of its silo.</summary>
public interface ISiloMeters
{
    /// <param name="forgetPeaks">Whether peaks are to be counted from now on.</param>
    /// <returns>One line of JSON.</returns>
    string Read(bool forgetPeaks);
}

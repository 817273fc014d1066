namespace Interleave.Grains.Meters;

[OnNamedSilo]
internal sealed class SiloMetersGrain(ISiloMeters meters) : Grain, ISiloMetersGrain
{
    public Task<string> Read(bool forgetPeaks) => Task.FromResult(meters.Read(forgetPeaks));
}

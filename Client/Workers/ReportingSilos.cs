using Interleave.Grains.Meters;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>Silos whose processes nobody here sees: each is asked what it has used, by a grain of its own.</summary>
/// <param name="grains">The way to them.</param>
/// <param name="known">Those that were active when the worker was born.</param>
internal sealed class ReportingSilos(IGrainFactory grains, IReadOnlySet<SiloAddress> known)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<ReportingSilos> MeetAsync(IGrainFactory grains) => new(grains, await ActiveAsync(grains));

    /// <summary>The sum of what all of them say; unknown where one does not answer, has gone or has come since: it has a part in the work, too.</summary>
    public async Task<SiloReport> ReadAsync(bool forgetPeaks, CancellationToken cancellation)
    {
        try
        {
            if (!known.SetEquals(await ActiveAsync(grains).WaitAsync(Patience, cancellation)))
            {
                return SiloReport.Unknown;
            }

            var lines = await Task.WhenAll(known.Select(silo => grains.GetGrain<ISiloMetersGrain>(silo.ToString()).Read(forgetPeaks)))
                .WaitAsync(Patience, cancellation);
            return lines.Select(SiloReport.Parse).Aggregate(SiloReport.None, (sum, report) => sum + report);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            return SiloReport.Unknown;
        }
    }

    private static async Task<HashSet<SiloAddress>> ActiveAsync(IGrainFactory grains) =>
        [.. (await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Keys];
}

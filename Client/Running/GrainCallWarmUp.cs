using Interleave.Grains.Cpu;
using Interleave.Grains.Work;

namespace Interleave.Client.Running;

/// <summary>Calls grains until the runtime's own code is compiled with full effort, so that no trial shares the cores with its compiler.</summary>
/// <remarks>.NET compiles a method anew after 30 calls, in the background, once no new methods have come up for 100 ms: hence several bursts.</remarks>
internal static class GrainCallWarmUp
{
    private const int Bursts = 4;
    private const int Grains = 64;
    private const int CallsAGrain = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly NumberRange Little = new(1, 10);

    public static async Task RunAsync(IGrainFactory grains, CancellationToken cancellation)
    {
        for (var burst = 0; burst < Bursts; burst++)
        {
            await Task.WhenAll(Enumerable.Range(0, Grains).Select(CallAsync));
            await Task.Delay(Pause, cancellation);
        }

        async Task CallAsync(int key)
        {
            for (var call = 0; call < CallsAGrain; call++)
            {
                await grains.GetGrain<IPrimeGrain>(key).Count(Little, cancellation);
            }
        }
    }
}

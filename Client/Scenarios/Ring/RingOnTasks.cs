using System.Threading.Channels;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>A task a unit, each with a channel: a hop schedules a task, and no thread waits.</summary>
internal sealed class RingOnTasks() : Workload<RingJob, RingAnswer>(Model.Tasks)
{
    public override Task<RingAnswer> RunAsync(RingJob job, TrialContext trial, CancellationToken cancellation) => PassRoundAsync(job, trial, cancellation);

    public static async Task<RingAnswer> PassRoundAsync(RingJob job, TrialContext trial, CancellationToken cancellation)
    {
        var channels = Enumerable.Range(0, job.Units).Select(_ => Channel.CreateUnbounded<int>()).ToArray();
        var lastHolders = Channel.CreateUnbounded<int>();
        var units = Enumerable.Range(0, job.Units)
            .Select(unit => PassOnAsync(trial, unit, channels[unit].Reader, channels[(unit + 1) % job.Units].Writer, lastHolders.Writer))
            .ToList();

        var holders = new List<int>();
        try
        {
            await trial.Offer(job.Load, cancellation).ForEachAsync(async _ =>
            {
                await channels[0].Writer.WriteAsync(job.Load.StepsAnOperation, CancellationToken.None);
                holders.Add(await lastHolders.Reader.ReadAsync(CancellationToken.None));
            });
        }
        finally
        {
            Array.ForEach(channels, channel => channel.Writer.Complete());
        }

        return new RingAnswer((await Task.WhenAll(units)).Sum(), holders);
    }

    private static async Task<long> PassOnAsync(TrialContext trial, int unit, ChannelReader<int> own, ChannelWriter<int> next, ChannelWriter<int> lastHolders)
    {
        using var live = trial.Unit("unit");
        var hops = 0L;
        while (await own.WaitToReadAsync(CancellationToken.None))
        {
            while (own.TryRead(out var hopsLeft))
            {
                hops += hopsLeft == 0 ? 0 : 1;
                await (hopsLeft == 0 ? lastHolders.WriteAsync(unit, CancellationToken.None) : next.WriteAsync(hopsLeft - 1, CancellationToken.None));
            }
        }

        return hops;
    }
}

using System.Threading.Channels;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two tasks and a channel each way: to await an empty channel is to let the other run.</summary>
internal sealed class SwitchOnTasks() : SwitchWorkload(Model.Tasks)
{
    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation) => PlayAsync(job, trial, cancellation);

    public static async Task<SwitchAnswer> PlayAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        var there = Channel.CreateBounded<long>(1);
        var back = Channel.CreateBounded<long>(1);
        var pong = PongAsync(trial, there.Reader, back.Writer);

        await PingAsync(job, trial, there.Writer, back.Reader, cancellation);
        return new SwitchAnswer(await pong);
    }

    private static async Task PingAsync(SwitchJob job, TrialContext trial, ChannelWriter<long> there, ChannelReader<long> back, CancellationToken cancellation)
    {
        try
        {
            await trial.Offer(job.Load, cancellation).ForEachAsync(async _ =>
            {
                for (var trip = 0; trip < job.Load.StepsAnOperation; trip++)
                {
                    await there.WriteAsync(trip, CancellationToken.None);
                    if (await back.ReadAsync(CancellationToken.None) != trip + 1)
                    {
                        throw new InvalidOperationException("Another ball came back.");
                    }
                }
            });
        }
        finally
        {
            there.Complete();
        }
    }

    private static async Task<long> PongAsync(TrialContext trial, ChannelReader<long> there, ChannelWriter<long> back)
    {
        using var unit = trial.Unit("pong");
        var returns = 0L;
        while (await there.WaitToReadAsync(CancellationToken.None))
        {
            while (there.TryRead(out var ball))
            {
                returns++;
                await back.WriteAsync(ball + 1, CancellationToken.None);
            }
        }

        return returns;
    }
}

using System.Threading.Channels;
using Interleave.Client.Models;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>A bounded channel from task to task: a message is a reference.</summary>
internal sealed class IpcOnTasks() : Workload<IpcJob, IpcAnswer>(Model.Tasks)
{
    public override Task<IpcAnswer> RunAsync(IpcJob job, TrialContext trial, CancellationToken cancellation) =>
        SendAsync(job, trial, body => Task.Run(body, CancellationToken.None), cancellation);

    /// <param name="start">Starts one of the two.</param>
    public static async Task<IpcAnswer> SendAsync(IpcJob job, TrialContext trial, Func<Func<Task>, Task> start, CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(job.Form.UnderWay) { SingleReader = true, SingleWriter = true });
        var buffers = new MessageBuffers(job.Form);
        var tally = new MessageTally();

        await Task.WhenAll(start(ReceiveAsync), start(SendAllAsync));
        return new IpcAnswer(tally.Result);

        async Task SendAllAsync()
        {
            await trial.Offer(job.Load, cancellation).ForEachAsync(async operation =>
            {
                var batch = job.BatchOf(operation);
                for (var number = batch.First; number < batch.First + batch.Count; number++)
                {
                    var message = buffers.Next();
                    MessageContent.Fill(message, number);
                    await channel.Writer.WriteAsync(message, CancellationToken.None);
                }
            });
            channel.Writer.Complete();
        }

        async Task ReceiveAsync()
        {
            using var unit = trial.Unit("receiver");
            while (await channel.Reader.WaitToReadAsync(CancellationToken.None))
            {
                while (channel.Reader.TryRead(out var message))
                {
                    tally.Take(message);
                }
            }
        }
    }
}

using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>What the two units of a connection do.</summary>
internal static class MessageFlow
{
    /// <param name="failed">Set when this unit fails: the other one waits for what will not come.</param>
    public static void Send(IpcJob job, ISendingEnd end, TrialContext trial, CancellationTokenSource failed) =>
        trial.Offer(job.Load, failed.Token).ForEach(operation =>
        {
            try
            {
                var batch = job.BatchOf(operation);
                for (var number = batch.First; number < batch.First + batch.Count; number++)
                {
                    MessageContent.Fill(end.Room(failed.Token), number);
                    end.Send(failed.Token);
                }
            }
            catch
            {
                failed.Cancel();
                end.Break();
                throw;
            }
        });

    public static ReceivedMessages Receive(IReceivingEnd end, long count, CancellationToken cancellation)
    {
        var tally = new MessageTally();
        for (var message = 0L; message < count; message++)
        {
            tally.Take(end.Receive(cancellation));
        }

        return tally.Result;
    }
}

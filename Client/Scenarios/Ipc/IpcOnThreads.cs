using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Threads share their memory: a message is a reference in a queue. For comparison, a pipe as between processes.</summary>
internal sealed class IpcOnThreads() : BlockingWorkload<IpcJob, IpcAnswer>(Model.Threads)
{
    private ISendingEnd? _sending;
    private IReceivingEnd? _receiving;

    public override Task PrepareAsync(IpcJob job, TrialContext trial, CancellationToken cancellation)
    {
        if (job.Form.Way != MessageWay.Reference)
        {
            _sending = MessageEnds.OpenSending(job.Form);
            _receiving = MessageEnds.OpenReceiving(job.Form, _sending.Place);
            _sending.Connected();
        }

        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(IpcJob job, TrialContext trial)
    {
        _receiving?.Dispose();
        _sending?.Dispose();
        (_sending, _receiving) = (null, null);
        return Task.CompletedTask;
    }

    protected override IpcAnswer Run(IpcJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        return _sending is not null && _receiving is not null
            ? RunThroughPipe(job, trial, _sending, _receiving, failed)
            : RunByReference(job, trial, failed);
    }

    private static IpcAnswer RunByReference(IpcJob job, TrialContext trial, CancellationTokenSource failed)
    {
        using var queue = new BlockingCollection<byte[]>(job.Form.UnderWay);
        var buffers = new MessageBuffers(job.Form);
        var tally = new MessageTally();

        ThreadGroup.Run(
            () => trial.Offer(job.Load, failed.Token).ForEach(operation =>
            {
                var batch = job.BatchOf(operation);
                for (var number = batch.First; number < batch.First + batch.Count; number++)
                {
                    var message = buffers.Next();
                    MessageContent.Fill(message, number);
                    queue.Add(message, failed.Token);
                }
            }),
            () =>
            {
                using var unit = trial.Unit("receiver");
                for (var message = 0L; message < job.Load.Steps; message++)
                {
                    tally.Take(queue.Take(failed.Token));
                }
            });
        return new IpcAnswer(tally.Result);
    }

    private static IpcAnswer RunThroughPipe(IpcJob job, TrialContext trial, ISendingEnd sending, IReceivingEnd receiving, CancellationTokenSource failed)
    {
        ReceivedMessages? received = null;

        ThreadGroup.Run(
            () => MessageFlow.Send(job, sending, trial, failed),
            () =>
            {
                using var unit = trial.Unit("receiver");
                received = MessageFlow.Receive(receiving, job.Load.Steps, failed.Token);
            });
        return new IpcAnswer(received);
    }
}

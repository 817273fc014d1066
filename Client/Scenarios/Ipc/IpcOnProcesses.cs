using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>This process sends to a child: through the operating system, or through memory that both of them map.</summary>
internal sealed class IpcOnProcesses() : BlockingWorkload<IpcJob, IpcAnswer>(Model.Processes)
{
    private ISendingEnd? _sending;

    public override Task PrepareAsync(IpcJob job, TrialContext trial, CancellationToken cancellation)
    {
        _sending = MessageEnds.OpenSending(job.Form);
        Start(trial, cancellation).Units[0].Ask(new ReceiveRequest(job.Form, _sending.Place, 0), cancellation);
        _sending.Connected();
        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(IpcJob job, TrialContext trial)
    {
        _sending?.Dispose();
        _sending = null;
        return Task.CompletedTask;
    }

    protected override IpcAnswer Run(IpcJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var child = Start(trial, cancellation).Units[0];
        ReceivedMessages? received = null;

        ThreadGroup.Run(
            () => MessageFlow.Send(job, _sending!, trial, failed), // Opened before.
            () =>
            {
                using var unit = trial.Unit("receiver");
                try
                {
                    received = child.Ask(new ReceiveRequest(job.Form, null, job.Load.Steps), failed.Token);
                }
                catch
                {
                    failed.Cancel();
                    throw;
                }
            });
        return new IpcAnswer(received);
    }

    /// <summary>The child is there already, except at the first time.</summary>
    private static ProcessPool<ReceiveRequest, ReceivedMessages> Start(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<MessageReceiver, ReceiveRequest, ReceivedMessages>(processes: 1, unitsEach: 1, cancellation);
}

namespace Interleave.Client.Models.Processes;

/// <summary>A unit in another process, which does one thing at a time.</summary>
internal sealed class ProcessUnit<TRequest, TReply>(UnitProcess process, int number)
{
    private readonly Lock _asking = new();

    public int ProcessId => process.Id;

    /// <summary>Ends the process, whatever it is doing, and with it every unit that it holds.</summary>
    public void Kill() => process.Kill();

    /// <summary>Blocks until the other process has done the work.</summary>
    /// <exception cref="ProcessWorkException">The work failed.</exception>
    /// <exception cref="ProcessUnitDiedException">The process ended.</exception>
    /// <exception cref="OperationCanceledException">The work was given up; it had been told so, and has stopped.</exception>
    public TReply Ask(TRequest request, CancellationToken cancellation)
    {
        lock (_asking)
        {
            var reply = process.Exchange(number, Payload.Write(request), cancellation);
            return reply.Kind switch
            {
                FrameKind.Reply => Payload.Read<TReply>(reply.Payload),
                FrameKind.Cancelled => throw new OperationCanceledException(cancellation),
                _ => throw new ProcessWorkException(process.Id, Payload.Read<ProcessFailure>(reply.Payload)),
            };
        }
    }
}

namespace Interleave.Client.Models.Processes;

/// <summary>Answers requests of one type by the work that was given.</summary>
internal sealed class UnitServer<TRequest, TReply>(IProcessWork<TRequest, TReply> work) : UnitServer
{
    protected override byte[] Do(byte[] request, CancellationToken cancellation) => Payload.Write(work.Do(Payload.Read<TRequest>(request), cancellation));
}

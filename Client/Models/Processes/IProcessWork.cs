namespace Interleave.Client.Models.Processes;

/// <summary>What a process of a pool does with each request; made once in each process, by a constructor without arguments.</summary>
/// <remarks>Requests and replies travel as JSON, arrays of bytes as they are.</remarks>
internal interface IProcessWork<in TRequest, out TReply>
{
    /// <summary>Called by one thread, or, in a process with several units, by a thread for each.</summary>
    TReply Do(TRequest request, CancellationToken cancellation);
}

namespace Interleave.Client.Models.Processes;

/// <summary>The work failed in its process, which lives on.</summary>
internal sealed class ProcessWorkException(int processId, ProcessFailure failure) : Exception(failure.Message)
{
    public int ProcessId => processId;

    public ProcessFailure Failure => failure;
}

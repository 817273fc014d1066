using System.Globalization;

namespace Interleave.Client.Models.Processes;

/// <summary>A process of a pool has ended, and what was asked of it gets no answer.</summary>
/// <param name="exitCode">128 and the signal's number where a signal ended it; null when it still lives and only closed its pipes.</param>
internal sealed class ProcessUnitDiedException(int processId, int? exitCode) : Exception(Describe(processId, exitCode))
{
    public int ProcessId => processId;

    public int? ExitCode => exitCode;

    private static string Describe(int processId, int? exitCode) => exitCode is { } code
        ? string.Create(CultureInfo.InvariantCulture, $"Process {processId} ended with exit code {code} instead of answering.")
        : string.Create(CultureInfo.InvariantCulture, $"Process {processId} closed its pipes instead of answering.");
}

namespace Interleave.Client.Records;

/// <summary>Where a run took place: figures of two environments are not comparable.</summary>
internal sealed record MachineEnvironment(
    string Os,
    string Cpu,
    int Cores,
    long Memory,
    string Dotnet,
    string Gc,
    string GrainRuntime,
    string Interleave,
    RecordingCost? RecordingCost)
{
    /// <summary>How the processes that were measured compiled their code.</summary>
    public string Compilation { get; init; } = "";
}

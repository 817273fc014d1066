namespace Interleave.Grains.Race;

/// <summary>What both grains that hold a shared state can do.</summary>
public interface ISharedStateGrain : IGrainWithIntegerKey
{
    Task Reset(StateKind kind);

    Task Take(StepRange steps);

    /// <summary>Takes steps each of which awaits between its read and its write.</summary>
    Task TakeAwaiting(StepRange steps);

    Task<StateReport> Report();
}

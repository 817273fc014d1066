using Interleave.Client.Measuring.Loads;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>What every model is given: the steps of a file, and how requests come.</summary>
internal sealed record OwnWorkJob(WorkloadFile File, Load Load, double RoundsAMicrosecond, int Seed)
{
    public KeyDraws Draws { get; } = new(File.States, Seed);

    public IReadOnlyList<Step> Steps => File.Steps;

    public Machinery MachineryOf(TrialContext trial) => new(trial.IoServer, RoundsAMicrosecond);

    /// <summary>The key that a request changes in this step.</summary>
    public int KeyOf(StateStep step, Operation request) => Draws.KeyOf(PlaceOf(step), request.Number);

    public IReadOnlyList<int> KeysOf(Operation request) => [.. File.States.Select((_, place) => Draws.KeyOf(place, request.Number))];

    /// <summary>Keys as the units of one trial share them; the keys of a step are found by its number.</summary>
    public IReadOnlyDictionary<int, TKey[]> MakeKeys<TKey>()
        where TKey : Key, new() => File.States.ToDictionary(step => step.Number, step => Enumerable.Range(0, step.Keys).Select(_ => new TKey()).ToArray());

    private int PlaceOf(StateStep step)
    {
        for (var place = 0; ; place++)
        {
            if (File.States[place].Number == step.Number)
            {
                return place;
            }
        }
    }
}

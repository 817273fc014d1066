using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>The trials of a run by what was tried, and which of them are sound: they ran to their end and passed every check.</summary>
internal sealed class SortedTrials
{
    private readonly HashSet<TrialName> _spoiled;
    private readonly ILookup<(string Scenario, string Variant, string Model), Trial> _trials;

    public SortedTrials(IReadOnlyList<Trial> trials, IReadOnlyList<Check> checks)
    {
        _spoiled = [.. checks.Where(check => !check.Ok).Select(TrialName.Of)];
        _trials = trials.ToLookup(trial => (trial.Scenario, trial.Variant, trial.Model));
    }

    public IEnumerable<Trial> Of(string scenario, string variant, string model) => _trials[(scenario, variant, model)].OrderBy(trial => trial.Round);

    public bool IsSound(Trial trial) => trial.Error is null && !_spoiled.Contains(TrialName.Of(trial));

    public IEnumerable<Trial> Sound(string scenario, string variant, string model) => Of(scenario, variant, model).Where(IsSound);
}

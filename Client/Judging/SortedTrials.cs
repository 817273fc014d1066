using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging;

/// <summary>The trials of a run by what was tried, and which of them are sound: they ran to their end and passed every check.</summary>
internal sealed class SortedTrials
{
    private readonly HashSet<TrialName> _spoiled;
    private readonly ILookup<(string Scenario, string Variant, string Model), Trial> _trials;

    /// <param name="run">Its trials and checks.</param>
    /// <param name="scenarios">Those whose figures over several variants are worked out too.</param>
    public SortedTrials(Run run, IReadOnlyList<IScenario> scenarios)
    {
        _spoiled = [.. run.Checks.Where(check => !check.Ok).Select(TrialName.Of)];
        _trials = run.Trials.Concat(
            TrialsOverVariants.Of(run.Plan, run.Trials, IsSound, scenarios)).ToLookup(trial => (trial.Scenario, trial.Variant, trial.Model));
    }

    public IEnumerable<Trial> Of(string scenario, string variant, string model) => _trials[(scenario, variant, model)].OrderBy(trial => trial.Round);

    public bool IsSound(Trial trial) => trial.Error is null && !_spoiled.Contains(TrialName.Of(trial));

    public IEnumerable<Trial> Sound(string scenario, string variant, string model) => Of(scenario, variant, model).Where(IsSound);
}

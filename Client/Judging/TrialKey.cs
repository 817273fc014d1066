using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Which trial of a run.</summary>
internal readonly record struct TrialKey(string Scenario, string Variant, string Model, int Round)
{
    public static TrialKey Of(Trial trial) => new(trial.Scenario, trial.Variant, trial.Model, trial.Round);

    public static TrialKey Of(Check check) => new(check.Scenario, check.Variant, check.Model, check.Round);
}

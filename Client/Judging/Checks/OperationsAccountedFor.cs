using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Nothing lost: whatever was started was completed, failed, as expected or not, or timed out.</summary>
internal sealed class OperationsAccountedFor : IRule
{
    public IEnumerable<Check> Judge(Run run) =>
        from trial in run.Trials
        where trial.Error is null && trial.Operations.Started > 0
        let ended = trial.Operations.Completed + trial.Operations.Failed + trial.Operations.TimedOut + trial.Operations.ExpectedFailures
        select new Check(
            trial.Scenario, trial.Variant, trial.Model, trial.Round, "operations accounted for", trial.Operations.Started, ended,
            ended == trial.Operations.Started);
}

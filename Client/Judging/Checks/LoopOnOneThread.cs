using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Cores are used as planned: an event loop that computed on a second thread was none.</summary>
internal sealed class LoopOnOneThread : IRule
{
    private const string ThreadsUsed = "threads-used";

    public IEnumerable<Check> Judge(Run run) =>
        from trial in run.Trials
        where trial.Model == Model.Loop.Name && trial.Metrics.ContainsKey(ThreadsUsed)
        let used = trial.Metrics[ThreadsUsed]
        select new Check(trial.Scenario, trial.Variant, trial.Model, trial.Round, "loop on one thread", 1, used, used == 1);
}

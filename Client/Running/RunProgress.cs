using Interleave.Client.Records;

namespace Interleave.Client.Running;

/// <summary>How far a run has come; what shows it never feeds anything back.</summary>
internal abstract record RunProgress
{
    /// <summary>Something is made ready: servers, workers, silos.</summary>
    internal sealed record Preparing(string What) : RunProgress;

    internal sealed record TrialStarted(TrialName Name, int Done, int Total, TimeSpan? Left) : RunProgress;

    internal sealed record TrialEnded(TrialName Name, Trial Trial, int Done, int Total) : RunProgress;

    /// <summary>All of a scenario's rounds are recorded: it can be judged and shown while the next one runs.</summary>
    internal sealed record ScenarioMeasured(string Scenario) : RunProgress;
}

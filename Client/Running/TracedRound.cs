using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Running;

/// <summary>A last round with traces on, beside the measured ones: its figures are not recorded.</summary>
internal sealed class TracedRound(RunPlan plan, TrialRunner trials, TraceCollector traces, ProgressReporter progress)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var scenario in plan.Scenarios)
        {
            foreach (var (variant, model) in scenario.Pairs)
            {
                cancellation.ThrowIfCancellationRequested();
                var name = new TrialName(scenario.Scenario.Name, variant.Name, model.Name, TrialName.Traced);
                progress.Started(name);
                var (trial, _) = await traces.TraceAsync(
                    name.Scenario, name.Variant, name.Model, () => trials.RunAsync(scenario, variant, model, TrialName.Traced, sequential: null, cancellation));
                progress.Ended(name, trial);
            }
        }
    }
}

using Interleave.Client.Models;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A grain for each mouth and each pair of ears: it does one thing at a time, so that nobody needs a lock.</summary>
internal sealed class DinnerOnGrains() : DinnerWorkload(Model.Grains)
{
    public override async Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var organs = DinnerJob.ForEachOrgan(organ => trial.Grains.GetGrain<IDiningGrain>(organ));
        foreach (var course in meal.Courses())
        {
            await Task.WhenAll(course.Activities.Select(activity =>
                meal.DoAsync(activity, trial, step => organs[activity.Organ].Take(step, cancellation))));
        }

        return meal.Over();
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial, CancellationToken cancellation) => trial.SiloProcesses;
}

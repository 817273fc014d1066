using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A work item for whatever a friend does: one that waits for the mouth keeps a thread of the pool.</summary>
internal sealed class DinnerOnPool() : DinnerWorkload(Model.Pool)
{
    public override Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var organs = DinnerJob.ForEachOrgan(_ => new Lock());
        foreach (var course in meal.Courses())
        {
            PoolGroup.Run(course.Activities.Select(activity => (Action)(() =>
                meal.Do(activity, trial, step => DinnerOnThreads.Take(step, organs[activity.Organ], cancellation)))));
        }

        return Task.FromResult(meal.Over());
    }
}

using Interleave.Client.Models;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A task for whatever a friend does; one that has to wait for the mouth lets go of its thread.</summary>
internal sealed class DinnerOnTasks() : DinnerWorkload(Model.Tasks)
{
    public override async Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var organs = DinnerJob.ForEachOrgan(_ => new SemaphoreSlim(1));
        foreach (var course in meal.Courses())
        {
            await Task.WhenAll(course.Activities.Select(activity => Task.Run(
                () => meal.DoAsync(activity, trial, step => TakeAsync(step, organs[activity.Organ], cancellation)), cancellation)));
        }

        return meal.Over();
    }

    private static async Task<TakenStep> TakeAsync(MealStep step, SemaphoreSlim organ, CancellationToken cancellation)
    {
        await organ.WaitAsync(cancellation);
        try
        {
            return step.Take(cancellation);
        }
        finally
        {
            organ.Release();
        }
    }
}

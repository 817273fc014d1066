using Interleave.Client.Models;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A thread for whatever a friend does, of which one runs at a time; one that waits for the mouth releases the global lock.</summary>
internal sealed class DinnerOnGil() : DinnerWorkload(Model.Gil)
{
    public override Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var gil = new GlobalLock();
        var organs = DinnerJob.ForEachOrgan(_ => new object());
        foreach (var course in meal.Courses())
        {
            GilGroup.Run(gil, course.Activities.Select(activity => (Action)(() =>
                meal.Do(activity, trial, step => Take(step, organs[activity.Organ], gil, cancellation)))));
        }

        return Task.FromResult(meal.Over());
    }

    private static TakenStep Take(MealStep step, object organ, GlobalLock gil, CancellationToken cancellation)
    {
        gil.Enter(organ);
        try
        {
            return step.Take(gil.Point, cancellation);
        }
        finally
        {
            Monitor.Exit(organ);
        }
    }
}

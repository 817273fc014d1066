using Interleave.Client.Models;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A thread for whatever a friend does; a lock for the mouth, which two of them need.</summary>
internal sealed class DinnerOnThreads() : DinnerWorkload(Model.Threads)
{
    public override Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var organs = DinnerJob.ForEachOrgan(_ => new Lock());
        foreach (var course in meal.Courses())
        {
            ThreadGroup.Run(course.Activities.Select(activity => (Action)(() =>
                meal.Do(activity, trial, step => Take(step, organs[activity.Organ], cancellation)))));
        }

        return Task.FromResult(meal.Over());
    }

    public static TakenStep Take(MealStep step, Lock organ, CancellationToken cancellation)
    {
        lock (organ)
        {
            return step.Take(cancellation);
        }
    }
}

using Interleave.Client.Models;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A coroutine for whatever a friend does, all on one thread: they take turns at everything, so that a mouth needs no lock.</summary>
internal sealed class DinnerOnLoop() : DinnerWorkload(Model.Loop)
{
    public override Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var meal = new Meal(job);
        foreach (var course in meal.Courses())
        {
            await Task.WhenAll(course.Activities.Select(activity => meal.DoAsync(activity, trial, TakeAsync)));
        }

        return meal.Over();

        async Task<TakenStep> TakeAsync(MealStep step)
        {
            await Task.Yield();
            return step.Take(cancellation);
        }
    });
}

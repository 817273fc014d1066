using System.Collections.Concurrent;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A meal under way: what the next course holds depends on what was found in those before.</summary>
internal sealed class Meal(DinnerJob job)
{
    private readonly ConcurrentQueue<TakenStep> _taken = [];

    /// <summary>Each is made when it is asked for, and needs the result of those before.</summary>
    public IEnumerable<Course> Courses()
    {
        for (var course = 0; course < job.Courses; course++)
        {
            yield return job.CourseAfter(course, _taken.Sum(step => step.Primes));
        }
    }

    /// <summary>Takes the steps of an activity on the calling thread.</summary>
    /// <param name="take">Takes one, when it may.</param>
    public void Do(Activity activity, TrialContext trial, Func<MealStep, TakenStep> take)
    {
        using var unit = trial.Unit(activity.Name);
        foreach (var step in activity.Steps)
        {
            _taken.Enqueue(take(step));
        }
    }

    /// <inheritdoc cref="Do"/>
    public async Task DoAsync(Activity activity, TrialContext trial, Func<MealStep, Task<TakenStep>> take)
    {
        using var unit = trial.Unit(activity.Name);
        foreach (var step in activity.Steps)
        {
            _taken.Enqueue(await take(step));
        }
    }

    public DinnerAnswer Over() => new([.. _taken]);
}

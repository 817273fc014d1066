using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A process for each mouth and each pair of ears: it does one thing at a time, asked over its pipe.</summary>
internal sealed class DinnerOnProcesses() : DinnerWorkload(Model.Processes)
{
    public override Task<DinnerAnswer> RunAsync(DinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var meal = new Meal(job);
        var organs = Organs(trial, cancellation).Units;
        foreach (var course in meal.Courses())
        {
            ThreadGroup.Run(course.Activities.Select(activity => (Action)(() =>
                meal.Do(activity, trial, step => organs[activity.Organ].Ask(step, cancellation)))));
        }

        return Task.FromResult(meal.Over());
    }

    protected override IEnumerable<int> OtherProcesses(TrialContext trial, CancellationToken cancellation) => Organs(trial, cancellation).ProcessIds;

    private static ProcessPool<MealStep, TakenStep> Organs(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<TakeStep, MealStep, TakenStep>(DinnerJob.Organs, unitsEach: 1, cancellation);

    private sealed class TakeStep : IProcessWork<MealStep, TakenStep>
    {
        public TakenStep Do(MealStep request, CancellationToken cancellation) => request.Take(cancellation);
    }
}

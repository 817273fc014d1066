using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Planning;

/// <summary>Turns a plan into one that sets each model against twins of itself.</summary>
internal static class Placebo
{
    public static RunPlan Of(RunPlan plan)
    {
        List<PlannedScenario> scenarios = [.. plan.Scenarios.Select(scenario => scenario with { Workers = [.. WorkersOf(scenario)] })];
        List<Twin> twins = [.. scenarios.SelectMany(TwinsOf).Distinct()];
        return new RunPlan(scenarios, plan.Plan with
        {
            Models = [.. plan.Plan.Models.SelectMany(model => (string[])[model, .. twins.Where(twin => twin.Of == model).Select(twin => twin.Model)])],
            Twins = twins,
        })
        {
            Traces = _ => false,
        };
    }

    private static IEnumerable<PlannedWorker> WorkersOf(PlannedScenario scenario) =>
        from worker in scenario.Workers
        from factor in (double[])[1, .. FactorsOf(scenario)]
        from isTwin in factor == 1 ? (bool[])[false, true] : [true]
        select isTwin ? worker with { Name = NameOfTwin(worker.Name, factor), Settings = scenario.Settings.WithWork(factor) } : worker;

    private static IEnumerable<Twin> TwinsOf(PlannedScenario scenario) =>
        from model in scenario.Models
        from factor in (double[])[1, .. FactorsOf(scenario)]
        select new Twin(NameOfTwin(model.Name, factor), model.Name, factor);

    /// <summary>None where no parameter says how much work there is.</summary>
    private static IEnumerable<double> FactorsOf(PlannedScenario scenario) =>
        scenario.Scenario.Parameters.Any(parameter => parameter.IsWork) ? Twin.Planted : [];

    private static string NameOfTwin(string model, double factor) =>
        factor == 1 ? $"{model} twin" : string.Create(CultureInfo.InvariantCulture, $"{model} +{(factor - 1) * 100:0} %");
}

using Interleave.Client.Capacity;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>What was found of each model: its capacity, what gave out first, and what it cost.</summary>
internal static class CapacityTable
{
    public static void WriteHeader(IAnsiConsole console, Run run, string goal, IReadOnlyList<string> hosts)
    {
        var (plan, machine) = (run.Plan, run.Environment);
        console.Write(new TextLine(
            $"Capacity of {string.Join(", ", plan.Scenarios)} on {string.Join(", ", plan.Models)}: {goal}; {plan.Launches} launches, seed {plan.Seed}"));
        console.Write(new TextLine($"{machine.Cores} cores, .NET {machine.Dotnet}; grains on {machine.GrainRuntime}, {plan.Silos} silo processes"));
        hosts.ToList().ForEach(host => console.Write(new TextLine($"Requests are sent to {host}, as --allow-host allows.")));
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<ModelCapacity> found)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("model", "capacity", "between", "cores", "memory", "threads", "p99");
        foreach (var model in found)
        {
            table.AddRow([model.Model.Name, .. Cells(model).Select(Markup.Escape)]);
        }

        console.Write(table);
        console.Write(new TextLine("Cores, memory, threads and p99 are those at the highest rate at which the goal held."));
        foreach (var model in found)
        {
            console.Write(new TextLine($"{model.Model.Name}: {Sentence(model)}"));
        }
    }

    /// <summary>What gave out first, in words.</summary>
    public static string Sentence(ModelCapacity model) => model switch
    {
        { Brackets.Count: 0 } => "not measured, for its worker was lost.",
        { AtFailure: null } => $"the goal held at every rate that was tried: at least {RateText.Of(model.Low)}.",
        { IsBound: true, AtFailure: { } failure } =>
            $"at least {RateText.Of(model.Low)}: at {RateText.Of(failure.Rate)} what gave out was not the model but {failure.GaveOut?.What}.",
        { AtFailure: { } failure } => $"at {RateText.Of(failure.Rate)}: {failure.Broken}. First to give out: {failure.GaveOut?.What}.",
    };

    private static IEnumerable<string> Cells(ModelCapacity model)
    {
        var figures = model.AtCapacity is { } trial ? GoalJudge.FiguresOf(trial.Trial) : new Dictionary<string, double>();
        yield return model.Brackets.Count == 0 ? "–" : model.IsBound ? $"at least {RateText.Of(model.Low)}" : RateText.Of(model.Median);
        yield return model.Brackets.Count == 0 ? "–" : $"{RateText.Of(model.Low)} – {RateText.Of(model.High)}";
        foreach (var metric in new[] { WorkMetrics.Cores, CommonMetrics.Memory, CommonMetrics.Threads, LatencyMetrics.Default.P99 })
        {
            var isKnown = figures.TryGetValue(metric.Name, out var figure);
            var isPlain = metric == WorkMetrics.Cores || metric == CommonMetrics.Threads;
            yield return !isKnown ? "–" : isPlain ? Quantity.Number(figure) : Quantity.Format(figure, metric.Unit);
        }
    }
}

using System.CommandLine;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave list</c>: what can be run, and with which parameters.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Scenarios × models, their parameters and metrics.").WithExamples("list", "list | grep -A 20 'io ─'");
        command.SetAction(_ => Print(Terminals.Open()));
        return command;
    }

    private static int Print(IAnsiConsole console)
    {
        console.Write(Overview());
        foreach (var scenario in ScenarioCatalogue.All)
        {
            console.Write(new Rule(scenario.Name) { Justification = Justify.Left });
            console.Write(new Text(scenario.Question + Environment.NewLine));
            foreach (var model in Model.All.Where(model => !scenario.Models.Contains(model)))
            {
                console.Write(new TextLine(scenario.WhyNot(model) is { } reason ? $"  {model}: –, because {reason}" : $"  {model}: –"));
            }

            console.Write(ParametersOf(scenario));
            console.Write(MetricsOf(scenario));
        }

        return ExitCode.Done;
    }

    /// <summary>A column for each model that any scenario can use.</summary>
    private static Table Overview()
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("scenario");
        List<Model> models = [.. Model.All.Where(model => ScenarioCatalogue.All.Any(scenario => scenario.Models.Contains(model)))];
        models.ForEach(model => table.AddColumn(new TableColumn(model.Name).Centered()));
        foreach (var scenario in ScenarioCatalogue.All)
        {
            table.AddRow([scenario.Name, .. models.Select(model => scenario.Models.Contains(model) ? "yes" : "–")]);
        }

        return table;
    }

    private static Table ParametersOf(IScenario scenario)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("parameter", "allowed", "quick", "standard", "thorough", "what it is");
        foreach (var parameter in scenario.Parameters)
        {
            table.AddRow(
                Markup.Escape(parameter.Name),
                Markup.Escape(
                    parameter.IsYesOrNo
                        ? parameter.Allowed
                        : FormattableString.Invariant($"{parameter.Minimum} – {parameter.Maximum} {Quantity.NameOf(parameter.Unit)}").TrimEnd()),
                parameter.Write(parameter.Quick),
                parameter.Write(parameter.Standard),
                parameter.Write(parameter.Thorough),
                Markup.Escape(parameter.Description));
        }

        foreach (var text in scenario.Texts)
        {
            var description = $"{text.Description}; or the variable {text.Variable}";
            table.AddRow(Markup.Escape(text.Name), Markup.Escape(text.Allowed), "–", "–", "–", Markup.Escape(description));
        }

        return table;
    }

    private static Table MetricsOf(IScenario scenario)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("metric", "unit", "better", "what it is");
        foreach (var metric in scenario.Metrics.Concat(scenario.FiguresOverVariants.Select(figure => figure.Metric)))
        {
            table.AddRow(
                Markup.Escape(metric.Name),
                Markup.Escape(Quantity.NameOf(metric.Unit)),
                metric.Better == Better.Neither ? "–" : metric.Better.ToString().ToLowerInvariant(),
                Markup.Escape(metric.Description));
        }

        return table;
    }
}

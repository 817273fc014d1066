using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>Shows a scenario's tables as soon as it is measured, while the next one runs.</summary>
/// <param name="console">Where they are shown.</param>
/// <param name="concluded">The run so far, judged.</param>
/// <param name="details">Whether to show every figure.</param>
internal sealed class TablesAsTheyCome(IAnsiConsole console, Func<Run> concluded, bool details)
{
    private readonly HashSet<string> _shown = [];

    /// <summary>Progress that is displayed, and heard here too.</summary>
    public IProgress<RunProgress> Beside(IProgress<RunProgress> display) => new Listener(this, concluded, display);

    /// <summary>The scenarios that were interrupted: what was measured of them is shown at the end.</summary>
    public void WriteRest(Run run) => Write(run, run.Results.Select(result => result.Scenario).Distinct().Except(_shown));

    private void Write(Run run, IEnumerable<string> scenarios)
    {
        List<string> due = [.. scenarios];
        RunSummary.WriteScenarios(console, run, due, details);
        _shown.UnionWith(due);
    }

    private sealed class Listener(TablesAsTheyCome tables, Func<Run> concluded, IProgress<RunProgress> display) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            display.Report(value);
            if (value is RunProgress.ScenarioMeasured measured)
            {
                tables.Write(concluded(), [measured.Scenario]);
            }
        }
    }
}

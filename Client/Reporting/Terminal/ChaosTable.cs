using Interleave.Client.Chaos;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>What each fault did, a column each, and what that means.</summary>
internal static class ChaosTable
{
    /// <summary>Columns of one table; more do not fit a terminal.</summary>
    private const int MostColumns = 5;

    public static void Write(IAnsiConsole console, ChaosRun run)
    {
        foreach (var faults in run.Faults.Chunk(MostColumns))
        {
            var table = new Table { Border = new HeadRuleBorder() };
            table.AddColumn("");
            foreach (var fault in faults)
            {
                table.AddColumn(new TableColumn(new Text(run.Plan.Rounds > 1 ? $"{fault.Fault} {fault.Round}" : fault.Fault)).RightAligned());
            }

            foreach (var column in ChaosColumns.All)
            {
                table.AddRow([new Text(column.Name), .. faults.Select(fault => new Text(column.Of(fault)))]);
            }

            console.Write(table);
        }

        foreach (var sentence in ChaosSentences.Of(run))
        {
            Sentence.Write(console, sentence);
        }
    }
}

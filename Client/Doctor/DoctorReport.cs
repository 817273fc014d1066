using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Doctor;

/// <summary>Shows diagnoses as a table, what to do below what is wrong.</summary>
internal static class DoctorReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Diagnosis> diagnoses)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("", "what", "found");
        foreach (var diagnosis in diagnoses)
        {
            var advice = diagnosis.Advice is null ? "" : $"{Environment.NewLine}[dim]→ {Markup.Escape(diagnosis.Advice)}[/]";
            table.AddRow(Mark(diagnosis.Health), Markup.Escape(diagnosis.Subject), Markup.Escape(diagnosis.Found) + advice);
        }

        console.Write(table);
        console.Write(
            new TextLine(
                string.Join(", ", Enum.GetValues<Health>().Select(health => $"{diagnoses.Count(diagnosis => diagnosis.Health == health)} {Name(health)}"))));
    }

    private static string Mark(Health health) => health switch
    {
        Health.Ok => "[green]ok[/]",
        Health.Warn => "[yellow]warn[/]",
        _ => "[red]bad[/]",
    };

    private static string Name(Health health) => health.ToString().ToLowerInvariant();
}

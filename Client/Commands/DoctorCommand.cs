using System.CommandLine;
using Interleave.Client.Doctor;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Telemetry;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave doctor</c>: what this machine can measure, and how well.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "What this machine can measure, and how well; what to do where it is not well. Takes a few seconds. Exits 1 when something is bad.");
        var telemetry = new Option<bool>("--telemetry") { Description = "Measures what telemetry costs: the same trial without, with metrics only, and fully traced." };
        command.Add(telemetry);
        command.SetAction((parsed, cancellation) => ExamineAsync(
            Terminals.Open(),
            parsed.GetValue(telemetry) ? [new TelemetryProbe(TelemetryCostTrials.MeasureAsync)] : Probes.OfThisMachine(),
            cancellation));
        return command.WithExamples("doctor", "doctor --telemetry", "doctor | grep -v '^ *ok'");
    }

    private static async Task<int> ExamineAsync(IAnsiConsole console, IReadOnlyList<IProbe> probes, CancellationToken cancellation)
    {
        var diagnoses = new List<Diagnosis>();
        foreach (var probe in probes)
        {
            // One after the other: what is measured must not be disturbed by the next probe.
            diagnoses.Add(await probe.ExamineAsync(cancellation));
        }

        DoctorReport.Write(console, diagnoses);
        return diagnoses.Exists(diagnosis => diagnosis.Health == Health.Bad) ? ExitCode.Failed : ExitCode.Done;
    }
}

using System.CommandLine;
using Interleave.Client.Doctor;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave doctor</c>: what this machine can measure, and how well.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command(
            "doctor", "What this machine can measure, and how well; what to do where it is not well. Takes a few seconds. Exits 1 when something is bad.");
        var telemetry = new Option<bool>("--telemetry")
        {
            Description = "Measures what telemetry costs: the same trial without, with metrics only, and fully traced.",
        };
        var calls = new Option<bool>("--calls")
        {
            Description = "Measures what calls to grains cost on this grain runtime: in one process, over two silo processes, and to activate grains. Takes " +
            "half a minute.",
        };
        command.Add(telemetry);
        command.Add(calls);
        command.SetAction((parsed, cancellation) => ExamineAsync(
            Terminals.Open(),
            Choose(parsed.GetValue(telemetry), parsed.GetValue(calls)),
            cancellation));
        return command.WithExamples("doctor", "doctor --telemetry", "doctor --calls", "doctor | grep -v '^ *ok'");
    }

    private static IReadOnlyList<IProbe> Choose(bool telemetry, bool calls) => (telemetry, calls) switch
    {
        (false, false) => Probes.OfThisMachine(),
        _ => [.. telemetry ? Probes.OfTelemetry() : [], .. calls ? Probes.OfCalls() : []],
    };

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

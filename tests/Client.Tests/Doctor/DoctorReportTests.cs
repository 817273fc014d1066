using Interleave.Client.Doctor;
using Spectre.Console;

namespace Interleave.Client.Tests.Doctor;

public sealed class DoctorReportTests
{
    [Fact]
    public void Each_diagnosis_has_a_line_with_its_mark_and_what_to_do_below_it()
    {
        var text = Write(
            Diagnosis.Ok("cores", "[2] cores"),
            Diagnosis.Warn("clock", "coarse", "Buy another [one]."),
            Diagnosis.Bad("noise", "loud", "Be quiet."));

        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(lines, line => line.StartsWith("ok ", StringComparison.Ordinal) && line.EndsWith("[2] cores", StringComparison.Ordinal));
        var warned = lines.FindIndex(line => line.StartsWith("warn ", StringComparison.Ordinal));
        Assert.Equal("→ Buy another [one].", lines[warned + 1]);
        Assert.Contains("1 ok, 1 warn, 1 bad", lines);
    }

    [Fact]
    public async Task The_grain_runtime_is_named_with_the_reason_of_the_build()
    {
        var metadata = typeof(Probes).Assembly;
        var diagnosis = await new GrainRuntimeProbe("Made Up 1.0", metadata).ExamineAsync(CancellationToken.None);
        Assert.Matches("^Made Up 1.0: .+", diagnosis.Found);

        var without = await new GrainRuntimeProbe("Made Up 1.0", typeof(string).Assembly).ExamineAsync(CancellationToken.None);
        Assert.Equal("Made Up 1.0: it was asked for when this was built", without.Found);
    }

    private static string Write(params Diagnosis[] diagnoses)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 100;
        DoctorReport.Write(console, diagnoses);
        return text.ToString();
    }
}

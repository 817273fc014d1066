using Interleave.Client.Commands;
using Interleave.Client.Records;
using Interleave.Client.Tests.Reporting;

namespace Interleave.Client.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-report-").FullName;

    [Fact]
    public void Page_is_written_anew_beside_the_run()
    {
        RunFile.Save(MadeUpReport.Run(), _folder);

        Assert.Equal(ExitCode.Done, Invoke());

        Assert.StartsWith("<!doctype html>", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.new"));
    }

    [Fact]
    public void A_folder_without_a_run_is_refused_in_one_line() =>
        Assert.Contains("holds no run", Assert.Single(Assert.Throws<UserError>(() => Invoke()).Lines), StringComparison.Ordinal);

    [Fact]
    public void Page_is_written_without_traces_that_cannot_be_read_and_says_so()
    {
        RunFile.Save(MadeUpReport.Run(), _folder);
        File.WriteAllText(Path.Combine(_folder, "traces.otlp.json"), "{");

        Assert.Equal(ExitCode.Done, Invoke());

        var page = File.ReadAllLines(Path.Combine(_folder, "report.html"));
        var note = page.Single(line => line.Contains("The traces could not be read", StringComparison.Ordinal));
        Assert.Contains("traces.otlp.json' is not OTLP JSON: line 1, byte 2: ", note, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", note, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int Invoke() =>
        ReportCommand.Create()
            .Parse([_folder])
            .Invoke(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = TextWriter.Null });
}

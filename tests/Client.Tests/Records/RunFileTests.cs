using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Tests.Judging;

namespace Interleave.Client.Tests.Records;

public sealed class RunFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interleave-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_saved_is_read_back()
    {
        RunFile.Save(AnyRun(), _folder);
        var text = File.ReadAllText(RunFile.PathIn(_folder));

        RunFile.Save(RunFile.Read(_folder), _folder);

        Assert.Equal(text, File.ReadAllText(RunFile.PathIn(_folder)));
        Assert.Equal([RunFile.PathIn(_folder)], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Members_are_written_as_the_format_names_them()
    {
        RunFile.Save(AnyRun(), _folder);
        var text = File.ReadAllText(RunFile.PathIn(_folder));

        Assert.Contains("\"schema\": \"interleave/run/1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"grainRuntime\": \"Embedded 1.0\"", text, StringComparison.Ordinal);
        Assert.Contains("\"verdict\": \"better\"", text, StringComparison.Ordinal);
        Assert.Contains("\"profile\": \"quick\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"complete\": true", "\"complete\": true, \"colour\": 1", "line 6: $.colour is not known to this version.")]
    [InlineData("\"complete\": true,", "", "$ lacks \"complete\".")]
    [InlineData("\"complete\": true", "\"complete\": \"yes\"", "line 6: $.complete must be true or false, and is \"yes\".")]
    [InlineData("\"complete\": true", "\"complete\": true, \"complete\": true", "$.complete stands there twice.")]
    [InlineData("\"profile\": \"quick\"", "\"profile\": \"hasty\"", "$.plan.profile must be one of \"quick\", \"standard\", \"thorough\", and is \"hasty\".")]
    [InlineData("\"verdict\": \"better\"", "\"verdict\": 0", "$.contrasts[0].verdict must be one of \"better\", ")]
    [InlineData("\"id\": \"made-up\"", "\"id\": null", "line 3: $.id must be text, and is null.")]
    [InlineData("\"seed\": 7", "\"seed\": 7.5", "$.plan.seed must be a whole number, and is 7.5.")]
    [InlineData("\"trials\": [", "\"trials\": {}, \"x\": [", "$.trials must be a list, and is an object.")]
    [InlineData("\"io\"\n", "null\n", "$.plan.scenarios[0] is null")]
    [InlineData("interleave/run/1", "interleave/run/2", "its \"schema\" is 'interleave/run/2', and this version reads 'interleave/run/1'")]
    [InlineData("\"schema\":", "\"scheme\":", "was not written by interleave")]
    public void A_malformed_run_is_refused_in_one_line_that_says_where_and_why(string from, string to, string expected)
    {
        RunFile.Save(AnyRun(), _folder);
        var path = RunFile.PathIn(_folder);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);

        var refusal = Refusal(path);
        Assert.Contains(expected, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("Interleave.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void A_truncated_run_is_refused_with_the_place_where_it_ends(int bytes)
    {
        RunFile.Save(AnyRun(), _folder);
        var path = RunFile.PathIn(_folder);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..bytes]);

        Assert.Matches(@"line \d+, byte \d+: it (is empty|breaks off here)\.", Refusal(path));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("{\"schema\": 1}")]
    public void A_foreign_file_is_refused(string text)
    {
        var path = Path.Combine(_folder, "other.json");
        File.WriteAllText(path, text);

        Assert.Contains("was not written by interleave", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_run_is_named() => Assert.Contains("holds no run", Refusal(_folder), StringComparison.Ordinal);

    private static string Refusal(string path) => Assert.Single(Assert.Throws<UserError>(() => RunFile.Read(path)).Lines);

    private static Run AnyRun() => Judge.Create([]).Conclude(new MadeUpRun()
        .Figures("io", "two", "threads", "throughput", MadeUpRun.Six(2))
        .Figures("io", "two", "tasks", "throughput", 4, 5, 12, 6, 7, 8)
        .Check("io", "two", "tasks", 1, "answers", ok: true)
        .Build());
}

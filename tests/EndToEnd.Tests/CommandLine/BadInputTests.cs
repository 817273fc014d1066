using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.CommandLine;

/// <summary>A mistake ends with 2 and a line a fault; nothing is started and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_fault_of_a_run_is_told_at_once()
    {
        var faults = await RefusedAsync(
            "run", "oi", "--models", "thread,io", "--rounds", "0", "--silos", "99", "--seed", "x", "--profile", "quik", "--param",
            "dealy=5", "--param", "delay",
            "--cluster", "nope", "--telemetry", "consle", "--export", "cvs", "--expect", "io.tasks.thruput > 1", "--expect", "fast", "--rouns", "--out");

        string[] expected =
        [
            "Unknown option '--rouns' for 'run': did you mean '--rounds'?",
            "Unknown profile 'quik' in --profile: did you mean 'quick'?",
            "--silos is '99': a whole number from 0 to 32 is allowed.",
            "--rounds is '0': a whole number from 1 to 1000 is allowed.",
            "--seed is 'x': a whole number from 0 to 2147483647 is allowed.",
            "Unknown scenario 'oi': did you mean 'io'?",
            "Unknown model 'thread' in --models: did you mean 'threads'?",
            "Unknown model 'io' in --models: Allowed: threads,",
            "Unknown parameter 'dealy' in --param: did you mean 'delay'?",
            "Parameter 'delay' in --param has no value: write name=value",
            "Unknown cluster 'nope': Allowed: local,",
            "Unknown 'consle' in --telemetry: did you mean 'console'?",
            "Unknown form 'cvs' in --export: did you mean 'csv'?",
            "Unknown metric 'thruput' in --expect 'io.tasks.thruput > 1': did you mean 'throughput'?",
            "--expect 'fast' is not understood: ",
            "--out has no value: write --out dir.",
        ];
        Assert.All(expected, fault => Assert.Contains(faults, line => line.StartsWith(fault, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, faults.Count);
    }

    [Theory]
    [InlineData("Parameter io.delay in --param is 'NaN': a number from 1 to", "run", "io", "--param", "delay=NaN")]
    [InlineData("Parameter io.delay in --param is '1e400': a number from 1 to", "run", "io", "--param", "io.delay=1e400")]
    [InlineData("Parameter io.bytes in --param is '1.5': a whole number from 0 to 1000000 (bytes) is allowed.", "run", "io", "--param", "bytes=1.5")]
    [InlineData("Parameter io.concurrency in --param is '0.5': a whole number from 1 to 10000 is allowed.", "run", "io", "--param", "concurrency=0.5")]
    [InlineData("Parameter 'delay' in --param was given 2 times: once is allowed.", "run", "io", "--param", "delay=5", "--param", "delay=6")]
    [InlineData("Unknown option '--frobnicate' for 'run': Allowed: --help,", "run", "--frobnicate", "word")]
    [InlineData("--out is '': name a folder.", "run", "io", "--out", "")]
    [InlineData("'cluster' needs a command. Allowed: up, status, add, stop, kill, freeze, thaw, restart, down, certificates.", "cluster")]
    [InlineData("Unknown model '' in --models", "run", "io", "--models", "")]
    [InlineData("Model 'processes' in --models answers none of ring", "run", "ring", "--models", "processes")]
    [InlineData("--watch shows spinners: it is allowed with the scenario 'spinner' alone.", "run", "io", "--watch")]
    [InlineData("--watch shows every model once, on all cores: leave --cores out.", "run", "spinner", "--watch", "--cores", "1,2")]
    [InlineData("--watch shows every model once, on all cores: leave --rounds out.", "run", "spinner", "--watch", "--rounds", "3")]
    [InlineData("Required argument 'what' missing for command: 'capacity'.", "capacity")]
    [InlineData("Required argument 'what' missing for command: 'advise'.", "advise")]
    [InlineData("--goal has no value: write --goal", "capacity", "io", "--goal")]
    [InlineData("Scenario 'all' means every scenario: it stands alone.", "run", "io", "all")]
    [InlineData("Bad gateway '127.0.0.1:99999' in --cluster", "run", "io", "--cluster", "127.0.0.1:99999")]
    [InlineData("Unknown model 'tasks' in --expect", "run", "io", "--models", "threads", "--expect", "io.tasks.throughput > 1")]
    [InlineData("Unknown variant 'tow' in --expect 'io[tow].tasks.time < 1': did you mean 'two'?", "run", "io", "--expect", "io[tow].tasks.time < 1")]
    [InlineData("--rounds was given 2 times: once is allowed.", "run", "io", "--rounds", "1", "--rounds", "2")]
    [InlineData("Unknown command or argument 'rnu' for 'interleave': did you mean 'run'?", "rnu")]
    [InlineData("Unknown command or argument 'io' for 'list': Allowed: --help.", "list", "io")]
    [InlineData("Unknown command or argument 'thing' for 'new': Allowed: workload, --help.", "new", "thing", "x", "--force")]
    [InlineData("Unknown option '--models' for 'list': Allowed: --help.", "list", "--models", "x")]
    [InlineData("io-server is a command that this program gives to itself; 'rubbish' is no address.", "io-server", "rubbish")]
    [InlineData("Unknown scenario 'cup': did you mean 'cpu'?", "show", "cup")]
    [InlineData("Required argument 'scenario' missing for command: 'show'.", "show")]
    [InlineData("--tolerance stands before 'compare': write it behind, as in 'interleave compare … --tolerance 5%'.",
        "--tolerance", "5%", "compare", "a", "b")]
    [InlineData("--name stands before 'up': write it behind, as in 'interleave cluster up … --name=x'.", "cluster", "--name=x", "up")]
    [InlineData("Unknown option '--folder' for 'compare': Allowed: --tolerance,", "compare", "--folder", "a", "b")]
    [InlineData("Unknown option '--roundz=3' for 'run': did you mean '--rounds'?", "run", "--roundz=3")]
    [InlineData("Unknown scenario '@itself': Allowed: ", "run", "@itself")]
    [InlineData("Unknown scenario '␛[31mred␇': Allowed: ", "run", "\u001b[31mred\u0007")]
    [InlineData("'�2J\uFFFDgpj' holds no run", "report", "\u009b2J\u202Egpj")]
    [InlineData("'nowhere' holds no run", "report", "nowhere")]
    public async Task One_fault_is_one_line(string fault, params string[] arguments)
    {
        Assert.StartsWith(fault, Assert.Single(await RefusedAsync(arguments)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('a', "run")]
    [InlineData('a', "report")]
    [InlineData('a', "run", "--models")]
    [InlineData('a', "run", "--out")]
    [InlineData(' ', "run", "--expect")]
    public async Task An_argument_without_end_is_cut_and_takes_no_time(char character, params string[] arguments)
    {
        var fault = Assert.Single(await RefusedAsync([.. arguments, "a" + new string(character, 100_000)]));

        Assert.InRange(fault.Length, 20, 2_500);
        Assert.Contains('…', fault);
    }

    [Fact]
    public async Task A_word_with_an_at_sign_reads_no_file()
    {
        var file = Path.Combine(_folder.Path, "itself");
        await File.WriteAllTextAsync(file, $"@{file}");

        var result = await ClientProcess.RunAsync(_folder.Path, "run", $"@{file}");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Unknown scenario '@", Assert.Single(result.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubbish", "worker is a command that this program gives to itself; 'rubbish' is no order.")]
    [InlineData("{}", "worker is a command that this program gives to itself; '{}' is no order.")]
    [InlineData("{\"order\":\"begin\"}", "worker is a command that this program gives to itself; ")]
    [InlineData(
        "{\"order\":\"begin\",\"assignment\":{\"scenario\":\"x\"}}", "worker is a command that this program gives to itself; 'x' is no scenario.")]
    [InlineData("{\"order\":\"sequential\",\"variant\":\"x\"}", "worker is a command that this program gives to itself; ")]
    public async Task A_worker_that_understands_no_order_says_so(string order, string fault)
    {
        await using var client = ClientProcess.Start(_folder.Path, "worker");
        await client.TellAsync(order);

        var result = await client.EndAsync();
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(fault, Assert.Single(result.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "nowhere", "nobody")]
    [InlineData("claims", "--from", "nowhere", "--from", "nobody")]
    public async Task Of_two_runs_that_are_not_there_both_are_told(params string[] arguments)
    {
        var faults = await RefusedAsync(arguments);

        Assert.Equal(["'nobody' holds no run", "'nowhere' holds no run"], faults.Select(fault => fault.Split(':')[0]).Order());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] arguments)
    {
        var result = await ClientProcess.RunAsync(_folder.Path, arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.False(result.HasStackTrace, result.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        return result.Faults;
    }
}

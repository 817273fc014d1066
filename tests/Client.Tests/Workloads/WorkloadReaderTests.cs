using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Tests.Workloads;

public sealed class WorkloadReaderTests
{
    private const string Whole = """
        name: checkout
        arrivals: 200/s
        duration: 10s
        steps:
          - http: { delay: 20ms, bytes: 2kB }
          - compute: 2ms
          - state: { keys: 100, skew: 0.9, work: 100us }
          - parallel: [ { http: { delay: 10ms } }, { http: { delay: 30ms } } ]
          - query: select pg_sleep(0.01)
          - allocate: 64kB
        goal: { p99: 100ms, errors: 0%, cores: 1.5, memory: 500MB }
        """;

    [Fact]
    public void A_whole_file_is_read()
    {
        var (file, faults) = Read(Whole);

        Assert.Empty(faults);
        Assert.NotNull(file);
        Assert.Equal(("checkout", 200.0, null as int?, TimeSpan.FromSeconds(10)), (file.Name, file.Rate, file.Concurrency, file.Duration));
        Assert.Equal(
            [
                new HttpStep(0, null, TimeSpan.FromMilliseconds(20), 2_000),
                new ComputationStep(1, TimeSpan.FromMilliseconds(2)),
                new StateStep(2, 100, 0.9, TimeSpan.FromMicroseconds(100)),
                new HttpStep(3, null, TimeSpan.FromMilliseconds(10), 0),
                new HttpStep(4, null, TimeSpan.FromMilliseconds(30), 0),
                new QueryStep(5, "select pg_sleep(0.01)"),
                new AllocationStep(6, 64_000),
            ],
            file.Work);
        Assert.Equal([("p99", 0.1), ("errors", 0), ("cores", 1.5), ("memory", 5e8)], file.Goal?.Parts.Select(part => (part.Name, part.Limit)));
    }

    [Fact]
    public void The_file_that_new_workload_writes_is_right()
    {
        using var reader = new StreamReader(WorkloadTemplate.Open("orders"));

        var (file, faults) = Read(reader.ReadToEnd(), postgres: null);

        Assert.Empty(faults);
        Assert.Equal("orders", file?.Name);
    }

    [Theory]
    [InlineData("arivals: 5/s", "2:1", "Unknown 'arivals' in the file: did you mean 'arrivals'?")]
    [InlineData("arrivals: 5", "2:11", "'arrivals' is '5': a rate such as 200/s")]
    [InlineData("arrivals: 5/s\nconcurrency: 3", "3:1", "exclude each other")]
    [InlineData("arrivals: 5/s\narrivals: 6/s", "3:1", "stands twice")]
    [InlineData("duration: 2h", "2:11", "in us, µs, ms, s, min")]
    [InlineData("goal: { p98: 3s }", "2:9", "Unknown 'p98'")]
    [InlineData("goal: { cores: many }", "2:16", "a number from 0.01 to 1024")]
    [InlineData("goal: 5", "2:7", "a map of p50")]
    [InlineData("arrivals: &a 5/s", "2:11", "Anchors and aliases")]
    [InlineData("arrivals: !!str 5/s", "2:11", "The tag")]
    public void A_fault_names_its_place_the_value_and_what_is_allowed(string lines, string place, string message)
    {
        var (file, faults) = Read($"name: x\n{lines}\nsteps: [ compute: 1ms ]");

        Assert.Null(file);
        var there = faults.Where(fault => fault.StartsWith($"file.yaml:{place}: ", StringComparison.Ordinal));
        Assert.Contains(there, fault => fault.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compute: 2m", "'compute' is '2m'")]
    [InlineData("wait: 2ms", "Unknown step 'wait' in 'steps'")]
    [InlineData("state: { keys: 0 }", "a whole number from 1 to 100000")]
    [InlineData("state: { skew: 1 }", "'keys' is missing in state")]
    [InlineData("http: { url: 'ftp://localhost/' }", "an address such as http://localhost:8080/stock")]
    [InlineData("http: { url: 'http://shop.example/a' }", "add --allow-host shop.example")]
    [InlineData("http: { url: 'http://127.0.0.1.example/a' }", "is not this machine")]
    [InlineData("http: { url: 'http://localhost/', bytes: 5B }", "exclude each other")]
    [InlineData("http: { url: 'http://me:secret@localhost/' }", "without a user name")]
    [InlineData("parallel: [ compute: 1ms ]", "a list of 2 to 16 steps")]
    [InlineData("parallel: [ compute: 1ms, parallel: [ compute: 1ms, compute: 1ms ] ]", "Unknown step 'parallel' in 'parallel'")]
    [InlineData("allocate: 1GB", "up to 100MB")]
    public void A_wrong_step_is_told(string step, string message)
    {
        var (file, faults) = Read($"name: x\narrivals: 1/s\nsteps:\n  - {step}");

        Assert.Null(file);
        Assert.Contains(faults, fault => fault.StartsWith("file.yaml:4:", StringComparison.Ordinal) && fault.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_file()
    {
        var (_, faults) = Read("name: X\narrivals: 5\nduration: 0s\nsteps: [ compute: 2m, foo: 1 ]");

        Assert.Equal(["1:7", "2:11", "3:11", "4:19", "4:23"], faults.Select(fault => string.Join(':', fault.Split(':')[1..3])));
    }

    [Theory]
    [InlineData("http://localhost:8080/stock")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]:5000/")]
    [InlineData("https://shop.example/", "shop.example")]
    public void This_machine_and_allowed_hosts_may_be_asked(string url, params string[] allowed)
    {
        var (file, faults) = Read($"name: x\narrivals: 1/s\nsteps: [ http: {{ url: '{url}' }} ]", allowed: allowed);

        Assert.Empty(faults);
        Assert.Equal(new Uri(url), Assert.IsType<HttpStep>(Assert.Single(file?.Work ?? [])).Url);
    }

    [Fact]
    public void A_query_needs_a_server_of_this_machine()
    {
        Assert.Contains("needs a PostgreSQL server", Assert.Single(Read(Whole, postgres: null).Faults), StringComparison.Ordinal);
        Assert.Contains("add --allow-host db.example", Assert.Single(Read(Whole, postgres: "Host=db.example").Faults), StringComparison.Ordinal);
        Assert.Empty(Read(Whole, postgres: "Host=/var/run/postgresql").Faults);
    }

    [Fact]
    public void A_name_of_a_scenario_is_taken()
    {
        var faults = new Faults();

        WorkloadReader.Read("name: io\narrivals: 1/s\nsteps: [ compute: 1ms ]", "file.yaml", new FileContext([], null), ["io"], faults);

        Assert.StartsWith("file.yaml:1:7: 'name' is 'io'", Assert.Single(faults.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_is_read_from_the_command_line_too()
    {
        var faults = new Faults();

        var goal = Goal.Read("p99 < 100ms, errors = 0, memory <= 1GB", faults);

        Assert.Empty(faults.Lines);
        Assert.Equal([("p99", 0.1), ("errors", 0), ("memory", 1e9)], goal?.Parts.Select(part => (part.Name, part.Limit)));
    }

    [Theory]
    [InlineData("p99", "is not understood at 'p99'")]
    [InlineData("p98 < 1s", "Unknown figure 'p98'")]
    [InlineData("p99 < 1", "'p99' is '1': a time")]
    public void A_wrong_goal_is_told(string text, string message)
    {
        var faults = new Faults();

        Assert.Null(Goal.Read(text, faults));
        Assert.Contains(message, Assert.Single(faults.Lines), StringComparison.Ordinal);
    }

    private static (WorkloadFile? File, IReadOnlyList<string> Faults) Read(
        string text, string? postgres = "Host=localhost", IReadOnlyList<string>? allowed = null)
    {
        var faults = new Faults();
        return (WorkloadReader.Read(text, "file.yaml", new FileContext(allowed ?? [], postgres), [], faults), faults.Lines);
    }
}

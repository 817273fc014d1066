using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rule that reads <c>ipc</c>, on figures made up for every verdict.</summary>
public sealed class IpcClaimTests : ClaimTests
{
    private static readonly string[] Sizes = ["64 By", "4096 By", "262144 By"];

    [Theory]
    [InlineData(Supported, true, "pipe", "queue", "shared memory")]
    [InlineData(Refuted, false, "pipe", "queue", "shared memory")]
    [InlineData(NotTested, true, "pipe", "shared memory")]
    public void Processes_share_data_where_no_message_of_any_size_is_damaged(string expected, bool intact, params string[] ways) =>
        Expect(expected, "004-ipc", Delivered(intact, ways));

    [Fact]
    public void The_evidence_names_the_cost() => Assert.Contains(
        "pipe, 64 By: processes right 6 of 6 times at 2 MiB/s",
        Verdict("004-ipc", [Delivered(true, "pipe", "queue", "shared memory").Build()]).Evidence,
        StringComparison.Ordinal);

    private static MadeUpRun Delivered(bool intact, params string[] ways)
    {
        var run = new MadeUpRun();
        foreach (var (way, size) in from way in ways from size in Sizes select (way, size))
        {
            run.Metric("ipc", "bandwidth", "By/s", Better.Higher).Figures("ipc", $"{way}, {size}", "processes", "bandwidth", Six(2 << 20));
            for (var round = 1; round <= 6; round++)
            {
                run.Check("ipc", $"{way}, {size}", "processes", round, "messages intact", intact || way != "queue" || round != 3);
            }
        }

        return run;
    }
}

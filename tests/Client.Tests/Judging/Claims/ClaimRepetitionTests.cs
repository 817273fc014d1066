using Interleave.Client.Judging.Claims;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimRepetitionTests
{
    private static readonly IReadOnlyList<Claim> Claims = ClaimFile.Read();

    [Fact]
    public void A_claim_is_repeated_with_the_run_s_own_plan() =>
        Assert.Equal("interleave claims 001-cpu-two --profile quick --rounds 20 --seed 7", Repeat("001-cpu-two", rounds: 20));

    [Fact]
    public void Too_few_rounds_to_decide_are_not_repeated() =>
        Assert.Equal("interleave claims 001-cpu-two --profile quick --rounds 6 --seed 7", Repeat("001-cpu-two", rounds: 1));

    [Fact]
    public void Silos_matter_to_claims_about_grains_only() =>
        Assert.Equal("interleave claims grain-cost --profile quick --rounds 20 --silos 2 --seed 7", Repeat("grain-cost", rounds: 20));

    [Fact]
    public void Parameters_of_other_scenarios_are_left_out() =>
        Assert.Equal(
            "interleave claims 001-io-two --profile quick --rounds 20 --seed 7 --param io.delay=20 --param bytes=10",
            Repeat("001-io-two", rounds: 20, ("io.delay", "20"), ("numbers", "1000"), ("bytes", "10")));

    private static string Repeat(string id, int rounds, params (string Name, string Value)[] parameters) => ClaimRepetition.CommandFor(
        Claims.Single(claim => claim.Id == id),
        new Plan(["cpu", "io"], ["threads"], 2, rounds, Profile.Quick, 7, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)),
        ScenarioCatalogue.All);
}

using Interleave.Client.Planning;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Planning;

/// <summary>Texts that are given to a scenario, and what is kept of them.</summary>
public sealed class TextParameterTests
{
    private const string Secret = "swordfish";

    [Theory]
    [InlineData("postgres")]
    [InlineData("io.postgres")]
    public void A_run_keeps_no_password(string name)
    {
        var plan = Plan(name, $"Host=db;Port=5433;Username=me;Password={Secret};Database=orders");

        Assert.Equal("Host=db;Port=5433;Database=orders;Username=me", plan.Plan.Parameters[name]);
        Assert.Contains(Secret, Assert.Single(plan.Scenarios).Settings.Texts["postgres"], StringComparison.Ordinal);
        Assert.Contains(plan.Plan.Variants, variant => variant.Name.StartsWith("query", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"Password={Secret};Hots=db")]
    [InlineData($"Password={Secret}")]
    [InlineData(Secret)]
    public void A_text_that_is_no_connection_string_is_refused_without_being_repeated(string text)
    {
        var refusal = Assert.Throws<UserError>(() => Plan("postgres", text));

        Assert.Contains("io.postgres", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_server_nothing_queries() =>
        Assert.DoesNotContain(
            new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["io"])).Plan.Variants,
            variant => variant.Name.StartsWith("query", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("INTERLEAVE_POSTGRES") is null);

    private static RunPlan Plan(string name, string text) =>
        new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["io"]) { Parameters = [$"{name}={text}"] });
}

using Interleave.Grains.Race;

namespace Grains.Tests.Race;

public sealed class SharedStateTests
{
    private const int Steps = 10_000;

    [Theory]
    [InlineData(StateKind.Counter, Steps)]
    [InlineData(StateKind.Bank, Bank.Money)]
    public void One_unit_alone_loses_nothing(StateKind kind, long value)
    {
        var state = SharedState.Create(kind);

        new StepRange(0, Steps).ForEach(state.Step);

        Assert.Equal(new StateReport(value, kind == StateKind.Bank ? Bank.AuditsIn(Steps) : 0, 0), state.Report());
    }

    [Theory]
    [InlineData(StateKind.Counter)]
    [InlineData(StateKind.Bank)]
    public void Atomic_steps_come_to_what_plain_steps_come_to(StateKind kind)
    {
        var (plain, atomic) = (new long[SharedState.CellsOf(kind)], new long[SharedState.CellsOf(kind)]);

        new StepRange(0, Steps).ForEach(SharedState.Create(kind, plain).Step);
        new StepRange(0, Steps).ForEach(SharedState.Create(kind, atomic).StepAtomically);

        Assert.Equal(plain, atomic);
    }

    [Fact]
    public void A_step_that_comes_between_the_halves_of_another_is_lost()
    {
        var state = SharedState.Create(StateKind.Counter);

        var reading = state.Read(1);
        state.Step(2);
        state.Write(reading);

        Assert.Equal(1, state.Report().Value);
    }

    [Fact]
    public void Money_is_made_or_lost_by_steps_that_come_between_the_halves_of_another()
    {
        var state = SharedState.Create(StateKind.Bank);

        var reading = state.Read(1);
        new StepRange(2, 40).ForEach(state.Step);
        state.Write(reading);

        Assert.NotEqual(Bank.Money, state.Report().Value);
    }

    [Fact]
    public void An_audit_counts_a_sum_that_does_not_hold()
    {
        var cells = new long[SharedState.CellsOf(StateKind.Bank)];
        var state = SharedState.Create(StateKind.Bank, cells);

        cells[^1]++;
        state.Step(0);

        Assert.Equal(new StateReport(Bank.Money + 1, 1, 1), state.Report());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(1_234)]
    public void As_many_audits_are_made_as_are_foretold(int steps)
    {
        var state = SharedState.Create(StateKind.Bank);

        new StepRange(0, steps).ForEach(state.Step);

        Assert.Equal(Bank.AuditsIn(steps), state.Report().Audits);
    }

    [Fact]
    public void Memory_that_somebody_else_holds_can_be_the_state()
    {
        var cells = new long[4];

        new StepRange(0, 3).ForEach(SharedState.Create(StateKind.Counter, cells.AsMemory(2)).Step);

        Assert.Equal([0, 0, 3, 0], cells);
    }
}

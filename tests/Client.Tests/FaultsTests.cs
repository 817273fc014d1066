namespace Interleave.Client.Tests;

public sealed class FaultsTests
{
    private readonly Faults _faults = new();

    [Fact]
    public void Without_a_fault_nothing_is_thrown()
    {
        _faults.ThrowIfAny();

        Assert.Equal(0, _faults.Count);
    }

    [Fact]
    public void All_faults_are_reported_together_and_each_of_them_once()
    {
        _faults.Add("first");
        _faults.Add(["second", "first"]);

        Assert.Equal(["first", "second"], Assert.Throws<UserError>(_faults.ThrowIfAny).Lines);
    }

    [Fact]
    public void A_value_that_is_refused_leaves_its_line_and_the_default()
    {
        Assert.Equal(0, _faults.Refuse<int>("not a number"));
        Assert.Equal(["not a number"], _faults.Lines);
    }

    [Fact]
    public void What_cannot_be_read_leaves_every_line_of_its_error()
    {
        Assert.Null(_faults.Catch<string>(() => throw new UserError(["one", "two"])));
        Assert.Equal("read", _faults.Catch(() => "read"));
        Assert.Equal(["one", "two"], _faults.Lines);
    }
}

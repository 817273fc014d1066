using Interleave.Client.GrainCalls;
using Sample.Contracts;

namespace Interleave.Client.Tests.GrainCalls;

public sealed class GrainCallReaderTests
{
    private static readonly string Path = typeof(IAccount).Assembly.Location;

    [Theory]
    [InlineData("IAccount(key).Deposit(10)", "Deposit", 10)]
    [InlineData(" Sample.Contracts.IAccount ( key ) . Deposit ( 10 ) ", "Deposit", 10)]
    [InlineData("IAccount(7).Balance()", "Balance")]
    [InlineData("IAccount(key).Wait(\"00:00:01\")", "Wait", "00:00:01", null)]
    [InlineData("IAccount(key).Name(\"a, (b) \\\" c\")", "Name", "a, (b) \" c", null)]
    [InlineData("IAccount(key).Name(\"Ada\", null)", "Name", "Ada", null)]
    [InlineData("IAccount(key).Add((long)10)", "Add", 10)]
    [InlineData("IAccount(key).Add((Int64)10)", "Add", 10)]
    [InlineData("IAccount(key).Add(\"10\")", "Add", "10")]
    [InlineData("IAccount(key).Add(5000000000)", "Add", "5000000000")]
    [InlineData("Sample.Contracts.ICart(\"mine\").Add(\"apple\")", "Add", "apple")]
    public void A_call_is_read_with_its_arguments(string text, string method, params object?[] arguments)
    {
        var call = Read(text);

        Assert.Equal(method, call.Method.Name);
        Assert.Equal(arguments.Select(Invariant), call.Arguments.Select(Invariant));
    }

    [Fact]
    public void A_type_before_a_value_chooses_the_overload()
    {
        Assert.IsType<int>(Read("IAccount(key).Add((int)10)").Arguments.Single());
        Assert.IsType<long>(Read("IAccount(key).Add((long)10)").Arguments.Single());
    }

    [Fact]
    public void A_message_is_read_from_an_object()
    {
        var call = Read("IAccount(key).Pay({\"amount\": 12.5, \"Currency\": \"Franc\", \"notes\": [\"a)\", \"b,c\"]})");

        var payment = Assert.IsType<Payment>(call.Arguments.Single());
        Assert.Equal((12.5m, Currency.Franc), (payment.Amount, payment.Currency));
        Assert.Equal(["a)", "b,c"], payment.Notes);
    }

    [Theory]
    [InlineData("IAccount(key)", "--call 'IAccount(key)' is not understood: write it as in 'IAccount(key).Deposit(10)'")]
    [InlineData("IAccount.Deposit(10)", "--call 'IAccount.Deposit(10)' is not understood")]
    [InlineData("IAccount(key, 2).Deposit(10)", "--call 'IAccount(key, 2).Deposit(10)' is not understood")]
    [InlineData("IAccount(key).Deposit(10) twice", "--call 'IAccount(key).Deposit(10) twice' is not understood")]
    [InlineData("IAccount(key).Name(\"Ada)", "--call 'IAccount(key).Name(\"Ada)' is not understood")]
    [InlineData("IAccuont(key).Deposit(10)", "holds no grain interface 'IAccuont': did you mean 'IAccount'? Allowed: ")]
    [InlineData("ICart(key).Add(\"a\")", "holds several grain interfaces 'ICart': write Sample.Contracts.ICart or Sample.Contracts.Archive.ICart.")]
    [InlineData("IAccount(key).Deposti(10)", "IAccount has no method 'Deposti': did you mean 'Deposit'? Allowed: ")]
    [InlineData("IAccount(key).Deposit()", "IAccount.Deposit was given 0 values: allowed is Deposit(int amount).")]
    [InlineData("IAccount(key).Deposit(1, 2)", "IAccount.Deposit was given 2 values: allowed is Deposit(int amount).")]
    [InlineData("IAccount(key).Deposit((string)1)", "IAccount.Deposit was given 1 value (string): allowed is Deposit(int amount).")]
    [InlineData("IAccount(key).Deposit(\"ten\")", "'\"ten\"' in --call is no int, which Deposit(int amount) takes as 'amount': ")]
    [InlineData("IAccount(key).Deposit(1.5)", "'1.5' in --call is no int, which Deposit(int amount) takes as 'amount': ")]
    [InlineData("IAccount(key).Deposit(null)", "'null' in --call is no int, which Deposit(int amount) takes as 'amount': ")]
    [InlineData("IAccount(key).Deposit(ten)", "'ten' in --call is no int, which Deposit(int amount) takes as 'amount': ")]
    [InlineData("IAccount(key).Name(null)", "'null' in --call is no string, which Name(string name, string nickname) takes as 'name': null is not allowed.")]
    [InlineData("IAccount(key).Pay({\"sum\": 1})", "'{\"sum\": 1}' in --call is no Payment, which Pay(Payment payment) takes as 'payment': ")]
    [InlineData("IAccount(key).Pay({\"amount\": 1, \"currency\": \"Dollar\", \"notes\": []})", "in --call is no Payment, ")]
    [InlineData("IAccount(key).Add(10)", "IAccount.Add is overloaded, and the values are right for Add(int amount) or Add(long amount): write the type before")]
    [InlineData("IAccount(key).Add(true)", "No overload of IAccount.Add takes these values: allowed is Add(int amount) or Add(long amount) or Add(string")]
    [InlineData("IAccount(key).History()", "IAccount.History() returns IAsyncEnumerable<long>: allowed are methods that return a Task or a ValueTask.")]
    [InlineData("IAccount(key).Any(1)", "IAccount.Any(T value) is generic: ")]
    [InlineData("IAccount(\"a\").Deposit(1)", "'\"a\"' in --call is no key of IAccount: write key for one key after the other, or an integer as JSON.")]
    [InlineData("ISession(7).Touch()", "'7' in --call is no key of ISession: write key for one key after the other, or a GUID as JSON.")]
    [InlineData("Sample.Contracts.ICart(null).Add(\"a\")", "'null' in --call is no key of ICart: write key for one key after the other, or a string as JSON.")]
    public void What_is_wrong_is_told_in_one_line(string text, string expected)
    {
        var faults = new Faults();

        Assert.Null(GrainCallReader.Read(text, Path, faults));

        var fault = Assert.Single(faults.Lines);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    [Fact]
    public void An_assembly_that_is_none_is_told_in_one_line()
    {
        var text = System.IO.Path.Combine(AppContext.BaseDirectory, "run.schema.json");

        Assert.Contains("'nowhere.dll' does not exist", FaultOf("nowhere.dll"), StringComparison.Ordinal);
        Assert.Contains("cannot be loaded", FaultOf(text), StringComparison.Ordinal);
        Assert.Contains("holds no interface of a grain", FaultOf(typeof(FactAttribute).Assembly.Location), StringComparison.Ordinal);
    }

    private static GrainCall Read(string text)
    {
        var faults = new Faults();
        return GrainCallReader.Read(text, Path, faults) ?? throw faults.ToError();
    }

    private static string FaultOf(string path)
    {
        var faults = new Faults();
        Assert.Null(GrainCallReader.Read("IAccount(key).Deposit(10)", path, faults));
        return Assert.Single(faults.Lines);
    }

    private static string Invariant(object? value) => FormattableString.Invariant($"{value}");
}

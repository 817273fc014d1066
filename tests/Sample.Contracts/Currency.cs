namespace Sample.Contracts;

public enum Currency
{
    Euro,
    Franc,
}

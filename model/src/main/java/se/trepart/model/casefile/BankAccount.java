package se.trepart.model.casefile;

/** Where aid is paid (bankkonto). */
public record BankAccount(String clearingNumber, String accountNumber) {

    /** Never the account: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "BankAccount[…]";
    }
}

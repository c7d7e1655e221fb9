package se.trepart.central.schema;

import java.util.UUID;

import org.jdbi.v3.core.Handle;

/** For whom a transaction works (behörighet i databasen): the row policies of V20__access.sql show what that is. Ends with the transaction. */
public final class WorkingFor {

    private static final String SET = "select set_config('trepart.staff', ?, true)";

    private WorkingFor() {}

    /** The store's own work, whoever asked for it: every row. */
    public static void store(Handle transaction) {
        transaction.execute(SET, "store");
    }

    /** Reading for a person: the rows that person sees. */
    public static void person(Handle transaction, UUID staffId) {
        transaction.execute(SET, staffId.toString());
    }
}
